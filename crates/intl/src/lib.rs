//! How a language writes numbers, dates and lists: the browser's `Intl` (ECMA-402).
#![allow(missing_docs, reason = "generated items")]

use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use measure::time::UnixMs;
use words::{Category, Joined, Locale};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, number: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method, js_name = format, catch)]
    fn format_number(this: &NumberFormat, number: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, js_name = format, catch)]
    fn format_date(this: &DateTimeFormat, date: &Date) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method, js_name = format, catch)]
    fn format_list(this: &ListFormat, items: &Array) -> Result<String, JsValue>;
}

/// Monday, 5 January 1970.
const A_MONDAY_MS: f64 = 4.0 * DAY_MS;
const DAY_MS: f64 = 86_400_000.0;

/// Whole numbers below this are written without a separator in any locale.
const FIRST_GROUPED: f64 = 1000.0;

/// The conventions of a locale. What the browser refuses is written plainly.
#[derive(Debug)]
pub struct BrowserLocale {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Whether it writes small whole numbers in ASCII digits. Then no formatter is made for them: the first one of a page
    /// takes the browser longer than all else that the first screen needs.
    pub is_plain: bool,
}

impl BrowserLocale {
    fn date_with(&self, moment: f64, style: &str) -> Option<String> {
        let options = options(&[(style, "long"), ("timeZone", "UTC")]);
        let format = DateTimeFormat::new(&self.tag, &options).ok()?;
        format.format_date(&Date::new(&moment.into())).ok()
    }
}

impl Locale for BrowserLocale {
    fn plural(&self, number: f64) -> Category {
        let name = PluralRules::new(&self.tag).and_then(|rules| rules.select(number));
        name.map_or(Category::Other, |name| Category::from_name(&name))
    }

    fn number(&self, value: f64, decimals: u8) -> String {
        let is_small = (0.0..FIRST_GROUPED).contains(&value) && value % 1.0 == 0.0;
        if self.is_plain && decimals == 0 && is_small {
            return json::number::text(value);
        }
        let options = Object::new();
        for digits in ["minimumFractionDigits", "maximumFractionDigits"] {
            // Setting a property of a fresh object does not fail.
            let _ = Reflect::set(&options, &digits.into(), &decimals.into());
        }
        NumberFormat::new(&self.tag, &options)
            .and_then(|format| format.format_number(value))
            .unwrap_or_else(|_| json::number::text(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "milliseconds, far below 2^53")]
    fn date(&self, moment: UnixMs) -> String {
        self.date_with(moment.0 as f64, "dateStyle")
            .unwrap_or_else(|| moment.to_rfc3339().chars().take(10).collect())
    }

    fn weekday(&self, day: u8) -> String {
        self.date_with(A_MONDAY_MS + f64::from(day) * DAY_MS, "weekday")
            .unwrap_or_else(|| (day + 1).to_string())
    }

    fn list(&self, items: &[&str], joined: Joined) -> String {
        let kind = match joined {
            Joined::And => "conjunction",
            Joined::Or => "disjunction",
        };
        let list: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        ListFormat::new(&self.tag, &options(&[("type", kind)]))
            .and_then(|format| format.format_list(&list))
            .unwrap_or_else(|_| items.join(", "))
    }
}

fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}
