//! The screen of the relationship map.

use app::practice::Place;

/// The texts of the relationship map.
#[derive(Debug)]
pub struct MapWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What to do on this screen.
    pub lede: &'static str,
    /// In place of the picture, while the map is empty.
    pub empty: &'static str,
    /// Number of relationships on the map, capacity.
    pub count: fn(usize, usize) -> String,
    /// Says that the map is full; takes its capacity.
    pub full: fn(usize) -> String,
    /// How to read the picture.
    pub picture: &'static str,
    /// Label of the leader in the picture.
    pub you: &'static str,
    /// Heading of the list with the content of the picture.
    pub list_heading: &'static str,

    /// Heading of the form for a new relationship.
    pub add_heading: &'static str,
    /// Heading of the form for an existing relationship; takes its name.
    pub edit_heading: fn(&str) -> String,
    /// Label of the name.
    pub name: &'static str,
    /// What is enough for a name.
    pub name_hint: &'static str,
    /// Legend of the kinds.
    pub kind: &'static str,
    /// Legend of the places.
    pub place: &'static str,
    /// Legend of the ties.
    pub tie: &'static str,
    /// Legend of the last talk.
    pub last_talk: &'static str,
    /// What counts as a talk.
    pub last_talk_hint: &'static str,
    /// Option: the relationship is important.
    pub important: &'static str,
    /// Button that opens an empty form.
    pub add: &'static str,
    /// Button that saves the form.
    pub save: &'static str,
    /// Button that discards the form.
    pub cancel: &'static str,
    /// Visible label of the button that chooses an act for a relationship.
    pub choose_short: &'static str,
    /// Visible label of the button that edits a relationship.
    pub edit_short: &'static str,
    /// Visible label of the button that removes a relationship.
    pub remove_short: &'static str,
    /// Accessible name of the button that edits a relationship; takes its name.
    pub edit: fn(&str) -> String,
    /// Accessible name of the button that removes a relationship; takes its name.
    pub remove: fn(&str) -> String,
    /// Button that moves a relationship up in the list; takes its name.
    pub move_up: fn(&str) -> String,
    /// Button that moves a relationship down in the list; takes its name.
    pub move_down: fn(&str) -> String,

    /// Heading of what the map shows.
    pub shows_heading: &'static str,
    /// Observation: in this direction there are only tense or neglected ties.
    pub only_strained: fn(Place) -> &'static str,
    /// Observation: in this direction there is nobody.
    pub nobody: fn(Place) -> &'static str,
    /// Observation: the last talk with somebody important was long ago; takes the name.
    pub long_silence: fn(&str) -> String,
    /// Observation: nothing stands out.
    pub all_steady: &'static str,
    /// Heading of the choice of a relationship.
    pub choose: &'static str,
    /// How to choose a relationship.
    pub choose_about: &'static str,
    /// Mark of the suggested relationship.
    pub proposed: &'static str,
    /// Button that chooses a relationship; takes its name.
    pub choose_one: fn(&str) -> String,
}
