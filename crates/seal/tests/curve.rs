//! Which points are taken for points of the curve: the keys of the vectors, and what is next to them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]

use proptest::prelude::*;
use seal::is_on_curve;
use serde_json::Value;

/// The order of the field, big-endian.
const P: &str = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

fn unhex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn key(text: &str) -> [u8; 64] {
    unhex(text).try_into().unwrap()
}

/// The public keys of the vectors.
fn keys() -> Vec<[u8; 64]> {
    let vectors: Value =
        serde_json::from_str(include_str!("../../round/tests/vectors.json")).unwrap();
    let keys = vectors["keys"].as_object().unwrap();
    let keys = keys.values().map(|key| key["public"].as_str().unwrap());
    keys.map(key).collect()
}

/// a − b, for a number that is not below b.
fn minus(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrowed = 0;
    let mut digits: Vec<u8> = Vec::new();
    for (a, b) in a.iter().zip(b).rev() {
        let digit = i16::from(*a) - i16::from(*b) - borrowed;
        borrowed = i16::from(digit < 0);
        digits.push(u8::try_from(digit.rem_euclid(256)).unwrap());
    }
    assert_eq!(borrowed, 0);
    digits.reverse();
    digits
}

#[test]
fn public_keys_and_what_mirrors_them_are_on_the_curve() {
    assert!(keys().len() > 30);
    for key in keys() {
        assert!(is_on_curve(&key), "{key:x?}");
        let mirrored = [&key[..32], &minus(&unhex(P), &key[32..])].concat();
        assert!(is_on_curve(&mirrored.try_into().unwrap()), "{key:x?}");
    }
}

/// The curve's generator, and the edges of the field. Where x is 0, y is a root of b.
#[test]
fn the_edges_of_the_field_are_known() {
    let generator = "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296\
                     4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    let zero = "0".repeat(64);
    let root = "66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4";
    for (point, expected) in [
        (generator.to_owned(), true),
        ([zero.as_str(), root].concat(), true),
        // The same point, with an x that is 0 only modulo p.
        ([P, root].concat(), false),
        ([zero.as_str(), &zero].concat(), false),
        ([P, P].concat(), false),
        (["f".repeat(64), "f".repeat(64)].concat(), false),
        // The generator of secp256k1.
        (
            "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798\
             483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8"
                .to_owned(),
            false,
        ),
    ] {
        assert_eq!(is_on_curve(&key(&point)), expected, "{point}");
    }
}

/// A small coordinate has a second spelling below 2²⁵⁶, larger by p.
#[test]
fn a_coordinate_is_spelled_in_one_way() {
    let x5 = "0".repeat(63) + "5";
    let y5 = "459243b9aa581806fe913bce99817ade11ca503c64d9a3c533415c083248fbcc";
    assert!(is_on_curve(&key(&[x5.as_str(), y5].concat())));
    let larger = "ffffffff00000001000000000000000000000001000000000000000000000004";
    assert!(!is_on_curve(&key(&[larger, y5].concat())));
}

proptest! {
    #[test]
    fn no_neighbour_of_a_key_is_on_the_curve(at in 0_usize..38, bit in 0_usize..512) {
        let keys = keys();
        let mut key = keys[at % keys.len()];
        key[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!is_on_curve(&key));
    }

    /// About one in 2²⁵⁶ would be.
    #[test]
    fn no_random_bytes_are_on_the_curve(bytes in prop::collection::vec(any::<u8>(), 64)) {
        prop_assert!(!is_on_curve(&bytes.try_into().unwrap()));
    }
}
