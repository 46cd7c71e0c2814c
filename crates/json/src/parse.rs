//! Parses a text into a [`Json`] tree by the grammar of RFC 8259. Stops at the first fault.

use std::collections::BTreeSet;

use super::{FaultKind, Json, MAX_DEPTH, MAX_VALUES, Syntax};

/// The greatest power of ten that f64 holds exactly.
const EXACT_POWER: u64 = 22;
/// By this power of ten every significand has become 0 or infinite.
const MAX_EXPONENT: u64 = 400;

/// Parses one value and nothing after it, with strings and keys of at most `max_string` bytes.
pub(super) fn parse(text: &str, max_string: usize) -> Result<Json, FaultKind> {
    let mut parser = Parser {
        text,
        position: 0,
        left: MAX_VALUES,
        max_string,
    };
    let whole = parser.value(MAX_DEPTH).and_then(|value| {
        parser.skip_spaces();
        match parser.peek() {
            None => Ok(value),
            Some(_) => Err(Syntax::Trailing),
        }
    });
    whole.map_err(|syntax| {
        let (line, column) = parser.line_and_column();
        FaultKind::Syntax(syntax, line, column)
    })
}

/// Splits off the prefix that needs no escape in a string (RFC 8259 section 7).
pub(super) fn split_plain(text: &str) -> (&str, &str) {
    let mut length = 0;
    // Compiled for size, a plain loop is by far the fastest.
    for byte in text.as_bytes() {
        if matches!(byte, b'"' | b'\\' | 0..=0x1f) {
            break;
        }
        length += 1;
    }
    text.split_at(length)
}

type Parsed<T> = Result<T, Syntax>;

fn half_a_pair<T>() -> Parsed<T> {
    Err(Syntax::Surrogate)
}

struct Parser<'a> {
    text: &'a str,
    /// Bytes read so far. A fault lies in the next one.
    position: usize,
    /// Values that may still follow, see [`MAX_VALUES`].
    left: usize,
    max_string: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    /// The next byte is wrong, or missing.
    fn fault<T>(&self, syntax: Syntax) -> Parsed<T> {
        Err(match self.peek() {
            None => Syntax::End,
            Some(_) => syntax,
        })
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.position += usize::from(found);
        found
    }

    fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.position += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Parsed<Json> {
        let Some(left) = self.left.checked_sub(1) else {
            return Err(Syntax::TooManyValues(MAX_VALUES));
        };
        self.left = left;
        self.skip_spaces();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.fault(Syntax::Value),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Parsed<Json> {
        for byte in word.bytes() {
            if !self.eat(byte) {
                return self.fault(Syntax::Value);
            }
        }
        Ok(value)
    }

    fn inside(&mut self, depth: usize) -> Parsed<usize> {
        match depth.checked_sub(1) {
            Some(depth) => {
                self.position += 1;
                Ok(depth)
            }
            None => Err(Syntax::TooDeep(MAX_DEPTH)),
        }
    }

    /// Reads `end` or a comma after a value of a list or an object. Returns whether it was `end`.
    fn ends(&mut self, end: u8) -> Parsed<bool> {
        self.skip_spaces();
        if self.eat(end) {
            return Ok(true);
        }
        match self.peek() {
            Some(b',') => {
                self.position += 1;
                Ok(false)
            }
            _ => self.fault(Syntax::Separator),
        }
    }

    fn array(&mut self, depth: usize) -> Parsed<Json> {
        let inside = self.inside(depth)?;
        let mut values = Vec::new();
        self.skip_spaces();
        if self.eat(b']') {
            return Ok(Json::Array(values));
        }
        loop {
            values.push(self.value(inside)?);
            if self.ends(b']')? {
                return Ok(Json::Array(values));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Parsed<Json> {
        let inside = self.inside(depth)?;
        let mut entries: Vec<(String, Json)> = Vec::new();
        self.skip_spaces();
        if self.eat(b'}') {
            return Ok(Json::Object(entries));
        }
        loop {
            self.skip_spaces();
            let key = match self.peek() {
                Some(b'"') => self.string()?,
                _ => return self.fault(Syntax::Key),
            };
            self.skip_spaces();
            if !self.eat(b':') {
                return self.fault(Syntax::Colon);
            }
            entries.push((key, self.value(inside)?));
            if self.ends(b'}')? {
                break;
            }
        }
        match duplicate_key(&entries) {
            Some(key) => {
                self.position -= 1;
                Err(Syntax::DuplicateKey(key.to_owned()))
            }
            None => Ok(Json::Object(entries)),
        }
    }

    /// A string, from its opening quote.
    fn string(&mut self) -> Parsed<String> {
        self.position += 1;
        let mut string = String::new();
        loop {
            let rest = self.text.get(self.position..).unwrap_or_default();
            let (plain, _) = split_plain(rest);
            string.push_str(plain);
            self.position += plain.len();
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.position += 1;
                    string.push(self.escaped()?);
                }
                _ => return self.fault(Syntax::Control),
            }
        }
        self.position += 1;
        if string.len() > self.max_string {
            return Err(Syntax::LongString(self.max_string));
        }
        Ok(string)
    }

    /// The character of an escape, after its backslash.
    fn escaped(&mut self) -> Parsed<char> {
        let character = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.position += 1;
                return self.code_point();
            }
            _ => return self.fault(Syntax::Escape),
        };
        self.position += 1;
        Ok(character)
    }

    /// The character of four hexadecimal digits, or of the two halves of a surrogate pair.
    fn code_point(&mut self) -> Parsed<char> {
        let first = self.hex()?;
        let code = if (0xd800..0xdc00).contains(&first) && self.eat(b'\\') && self.eat(b'u') {
            let second = self.hex()?;
            if !(0xdc00..0xe000).contains(&second) {
                return half_a_pair();
            }
            0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
        } else {
            first
        };
        char::from_u32(code).map_or_else(half_a_pair, Ok)
    }

    fn hex(&mut self) -> Parsed<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(16)) else {
                return self.fault(Syntax::Escape);
            };
            code = code * 16 + digit;
            self.position += 1;
        }
        Ok(code)
    }

    /// A number as the nearest f64, or the one beside it for more digits than an f64 holds.
    fn number(&mut self) -> Parsed<Json> {
        let negative = self.eat(b'-');
        let mut digits = Digits::default();
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits(|digit| digits.whole(digit));
        if leading_zero && whole > 1 {
            return Err(Syntax::Number);
        }
        if whole == 0 {
            return self.fault(Syntax::Number);
        }
        if self.eat(b'.') && self.digits(|digit| digits.fraction(digit)) == 0 {
            return self.fault(Syntax::Number);
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.position += 1;
            let smaller = self.peek() == Some(b'-');
            if smaller || self.peek() == Some(b'+') {
                self.position += 1;
            }
            let mut exponent = 0_i64;
            let count = self.digits(|digit| {
                exponent = exponent.saturating_mul(10).saturating_add(i64::from(digit));
            });
            if count == 0 {
                return self.fault(Syntax::Number);
            }
            digits.multiply(if smaller { -exponent } else { exponent });
        }
        let value = digits.value();
        if value.is_infinite() {
            return Err(Syntax::NumberRange);
        }
        Ok(Json::Number(if negative { -value } else { value }))
    }

    /// Passes each digit to `take`. Returns how many there were.
    fn digits(&mut self, mut take: impl FnMut(u8)) -> usize {
        let from = self.position;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            take(byte - b'0');
            self.position += 1;
        }
        self.position - from
    }

    fn line_and_column(&self) -> (usize, usize) {
        let before = self.text.as_bytes().iter().take(self.position);
        let (mut line, mut column) = (1, 1);
        for byte in before {
            if *byte == b'\n' {
                (line, column) = (line + 1, 1);
            } else if byte & 0xc0 != 0x80 {
                column += 1;
            }
        }
        (line, column)
    }
}

/// A non-negative decimal number: `significand` × 10^`exponent`.
#[derive(Default)]
struct Digits {
    significand: u64,
    exponent: i64,
}

impl Digits {
    /// Appends a digit. Returns whether there was room for it.
    fn push(&mut self, digit: u8) -> bool {
        let longer = self.significand.checked_mul(10);
        let longer = longer.and_then(|longer| longer.checked_add(u64::from(digit)));
        self.significand = longer.unwrap_or(self.significand);
        longer.is_some()
    }

    fn whole(&mut self, digit: u8) {
        if !self.push(digit) {
            self.exponent += 1;
        }
    }

    fn fraction(&mut self, digit: u8) {
        if self.push(digit) {
            self.exponent -= 1;
        }
    }

    fn multiply(&mut self, power: i64) {
        self.exponent = self.exponent.saturating_add(power);
    }

    /// Exact to the last bit for up to 15 digits and powers of ten up to [`EXACT_POWER`].
    #[expect(clippy::cast_precision_loss, reason = "the nearest f64 is meant")]
    fn value(&self) -> f64 {
        let mut value = self.significand as f64;
        let mut left = self.exponent.unsigned_abs().min(MAX_EXPONENT);
        while left > 0 {
            let power = (0..left.min(EXACT_POWER)).fold(1.0, |power, _| power * 10.0);
            if self.exponent.is_negative() {
                value /= power;
            } else {
                value *= power;
            }
            left -= left.min(EXACT_POWER);
        }
        value
    }
}

/// The first key that repeats an earlier one. An object may have thousands of keys.
fn duplicate_key(entries: &[(String, Json)]) -> Option<&str> {
    let mut seen = BTreeSet::new();
    let mut keys = entries.iter().map(|(key, _)| key.as_str());
    keys.find(|key| !seen.insert(*key))
}
