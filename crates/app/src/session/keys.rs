//! Answers by a key.

use measure::response::{OptionNumber, Response};

use super::Message;

impl Message {
    /// The press of one of `options` options by a key: 1 to 9, or 0 for "does not apply". `key` is the
    /// character that the key gives. Where the top row gives no digits without Shift, as in France, the
    /// place of the key on the keyboard counts: `code` (`KeyboardEvent.code`), unless it is `shifted`.
    pub fn from_key(key: &str, code: &str, shifted: bool, options: usize) -> Option<Self> {
        // A longer one is the name of a key, such as an arrow on a number pad.
        let digit = match single(key) {
            Some(character) => digit(character).or_else(|| placed(code).filter(|_| !shifted)),
            // An accent that waits for its letter.
            None if key == "Dead" && !shifted => placed(code),
            None => None,
        };
        let response = response(digit?)?;
        let chosen = response.chosen().map_or(0, |option| option.get().into());
        (chosen <= options).then_some(Self::PressedOption(response))
    }

    /// The choice of an option by its digit, without advancing.
    pub fn choice_from_digit(text: &str) -> Option<Self> {
        single(text)
            .and_then(digit)
            .and_then(response)
            .map(Self::ChoseOption)
    }
}

/// The character of a text that has only one.
fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// The digit at this place on the keyboard.
fn placed(code: &str) -> Option<u32> {
    let place = code.strip_prefix("Digit");
    place
        .or_else(|| code.strip_prefix("Numpad"))
        .and_then(single)
        .and_then(digit)
}

/// The zeros of the scripts in whose digits people type; in each of them the other nine follow.
const ZEROS: &str = "0٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐０";

/// The value of a decimal digit, whatever its script.
fn digit(character: char) -> Option<u32> {
    let above = |zero: char| u32::from(character).checked_sub(u32::from(zero));
    ZEROS.chars().filter_map(above).find(|value| *value < 10)
}

fn response(digit: u32) -> Option<Response> {
    match digit {
        0 => Some(Response::NotApplicable),
        digit => OptionNumber::new(digit.into()).map(Response::Chosen),
    }
}
