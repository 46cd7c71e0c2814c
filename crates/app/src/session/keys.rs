//! Answers by a key.

use measure::response::{OptionNumber, Response};

use super::Message;

impl Message {
    /// The press of one of `options` options by a key: 1 to 9, or 0 for "does not apply". `key` is the
    /// character that the key gives, and `code` its place on the keyboard (`KeyboardEvent.code`), which
    /// counts where the top row gives no digits without Shift, as in France.
    pub fn from_key(key: &str, code: &str, options: usize) -> Option<Self> {
        // A longer one is the name of a key, such as an arrow on a number pad.
        let character = single(key)?;
        let digit = digit(character).or_else(|| {
            let place = code.strip_prefix("Digit");
            place
                .or_else(|| code.strip_prefix("Numpad"))
                .and_then(single)
                .and_then(digit)
        });
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

/// The value of a European, Arabic or Persian digit.
fn digit(character: char) -> Option<u32> {
    let above = |zero: char| u32::from(character).checked_sub(u32::from(zero));
    let mut values = ['0', '\u{660}', '\u{6f0}'].into_iter().filter_map(above);
    values.find(|value| *value < 10)
}

fn response(digit: u32) -> Option<Response> {
    match digit {
        0 => Some(Response::NotApplicable),
        digit => OptionNumber::new(digit.into()).map(Response::Chosen),
    }
}
