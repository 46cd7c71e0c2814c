//! Instruments with fewer or more than five response options.

use measure::instrument::FormName::Full;
use measure::instrument::Instrument;
use measure::report::{Lowest, stands_out};
use measure::response::{MAX_OPTIONS, ResponseSheet};
use measure::scoring::{finding, score};
use testing::{item, option, small};

/// Four items, of which the last is reverse-keyed, with this many options.
fn with_options(count: usize) -> Instrument {
    let labels: Vec<String> = (1..=count).map(|n| format!("\"o{n}\"")).collect();
    small(4, |text| {
        let text = text.replace(r#""a","b","c","d","e""#, &labels.join(","));
        let last = text.rfind("forward").expect("a keying");
        [&text[..last], "reverse", &text[last + "forward".len()..]].concat()
    })
}

/// The sheet on which each item counts as much as it says here.
fn keyed_sheet(instrument: &Instrument, keyed: [u64; 4]) -> ResponseSheet {
    let mut sheet = ResponseSheet::blank(instrument, Full);
    for (index, keyed) in keyed.into_iter().enumerate() {
        let greatest = instrument.options.len() as u64;
        let raw = if index == 3 {
            greatest + 1 - keyed
        } else {
            keyed
        };
        sheet.set(item(index), Some(option(raw)));
    }
    sheet
}

#[test]
fn scores_run_from_the_first_option_to_the_last() {
    for count in 2..=MAX_OPTIONS {
        let instrument = with_options(count);
        let greatest = count as u64;
        let steps = (count - 1) as f64;
        for keyed in [
            [1; 4],
            [greatest; 4],
            [1, greatest, 1, greatest],
            [1, 2, greatest, 1],
        ] {
            let scores = score(&instrument, &keyed_sheet(&instrument, keyed));
            let estimate = scores.scales[0].estimate.expect("four answers");
            let mean = keyed.iter().sum::<u64>() as f64 / 4.0;
            assert_eq!(estimate.mean, mean, "{count} options");
            let expected = 100.0 * (mean - 1.0) / steps;
            assert!((estimate.score - expected).abs() < 1e-9, "{count} options");
            let cell = (1.5 + 4.0 * (mean - 1.0) / steps + 1e-9).floor();
            assert_eq!(
                scores.cells[0][0].map(f64::from),
                Some(cell),
                "{count} options, {keyed:?}"
            );
        }
    }
}

#[test]
fn an_option_that_the_instrument_lacks_leaves_the_item_out() {
    for count in 2..MAX_OPTIONS {
        let instrument = with_options(count);
        let mut sheet = ResponseSheet::blank(&instrument, Full);
        sheet.set(item(0), Some(option(count as u64)));
        sheet.set(item(1), Some(option(count as u64 + 1)));
        assert_eq!(
            sheet.left_out(&instrument),
            [1, 2, 3].map(item),
            "{count} options"
        );
    }
}

/// With an even number of options none is in the middle, so the lower half is low.
#[test]
fn what_stands_out_is_on_either_side_of_the_middle() {
    for (count, keyed, low, high) in [
        (2, [1, 2, 1, 2], [0, 2], [1, 3]),
        (4, [2, 3, 4, 1], [3, 0], [2, 1]),
        (7, [4, 5, 7, 3], [3, 0], [2, 1]),
        (11, [6, 7, 11, 5], [3, 0], [2, 1]),
    ] {
        let instrument = with_options(count);
        let sheet = keyed_sheet(&instrument, keyed);
        let found = finding(&instrument, &score(&instrument, &sheet));
        let shown = stands_out(&instrument, &sheet, &found);
        assert_eq!(
            shown.lowest,
            Lowest::Low {
                items: low.map(item).to_vec(),
                more: 0
            },
            "{count} options"
        );
        assert_eq!(shown.highest, high.map(item), "{count} options");
    }
}
