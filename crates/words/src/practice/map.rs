//! What the relationship map says.

use app::practice::Place;

/// The relationship map.
#[derive(Debug)]
pub struct MapWords {
    /// Heading of the screen.
    pub heading: &'static str,
    /// What to do here.
    pub lede: &'static str,
    /// Stands where nobody is on the map.
    pub empty: &'static str,
    /// How many are on the map: number, of.
    pub count: fn(usize, usize) -> String,
    /// Said when there is no room; takes how many there is room for.
    pub full: fn(usize) -> String,
    /// How to read the picture.
    pub picture: &'static str,
    /// The leader's own place in the picture.
    pub you: &'static str,
    /// Heading of the list that says the same.
    pub list_heading: &'static str,

    /// Heading of the form for a new relationship.
    pub add_heading: &'static str,
    /// Heading of the form for a known one; takes its name.
    pub edit_heading: fn(&str) -> String,
    /// Label of the name.
    pub name: &'static str,
    /// How little a name needs to say.
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
    /// The mark of importance.
    pub important: &'static str,
    /// Opens the form for a new one.
    pub add: &'static str,
    /// Keeps what the form says.
    pub save: &'static str,
    /// Leaves the form.
    pub cancel: &'static str,
    /// What the buttons beside a name show: an act with that person.
    pub choose_short: &'static str,
    /// … the form for it.
    pub edit_short: &'static str,
    /// … off the map.
    pub remove_short: &'static str,
    /// Opens the form for one; takes its name.
    pub edit: fn(&str) -> String,
    /// Takes one off the map; takes its name.
    pub remove: fn(&str) -> String,
    /// Moves one towards the start; takes its name.
    pub move_up: fn(&str) -> String,
    /// Moves one towards the end; takes its name.
    pub move_down: fn(&str) -> String,

    /// Heading of what the map shows.
    pub shows_heading: &'static str,
    /// In this place there are only tense or neglected ties.
    pub only_strained: fn(Place) -> &'static str,
    /// In this place there is nobody.
    pub nobody: fn(Place) -> &'static str,
    /// A long silence with somebody important; takes the name.
    pub long_silence: fn(&str) -> String,
    /// Nothing on the map asks for help.
    pub all_steady: &'static str,
    /// Asks for one relationship to deepen.
    pub choose: &'static str,
    /// How to choose.
    pub choose_about: &'static str,
    /// Marks the one that is proposed.
    pub proposed: &'static str,
    /// Chooses one; takes its name.
    pub choose_one: fn(&str) -> String,
}
