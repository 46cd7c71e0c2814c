//! Reproducible pseudo-random numbers: `SplitMix64` (Steele, Lea and Flood 2014) and, from these, normal
//! ones (Box and Muller 1958).

use std::f64::consts::TAU;

/// A generator whose numbers depend on its seed alone.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number above 0 and up to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
    fn uniform(&mut self) -> f64 {
        ((self.next_u64() >> 11) + 1) as f64 / (1_u64 << 53) as f64
    }

    /// A number from the standard normal distribution.
    pub(crate) fn normal(&mut self) -> f64 {
        let (radius, angle) = (self.uniform(), self.uniform());
        (-2.0 * radius.ln()).sqrt() * (TAU * angle).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the generator from 1234567, as implementations in many languages give them
    /// (Rosetta Code, "Pseudo-random numbers/Splitmix64").
    const PUBLISHED: [u64; 5] = [
        6_457_827_717_110_365_317,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ];

    #[test]
    fn the_numbers_are_the_published_ones() {
        let mut random = Random::new(1_234_567);
        assert_eq!(PUBLISHED.map(|_| random.next_u64()), PUBLISHED);
    }

    /// The upper 53 bits count from 1, so that no logarithm is of 0.
    #[test]
    fn a_uniform_number_is_a_multiple_of_two_to_the_minus_53() {
        let mut random = Random::new(1_234_567);
        for number in PUBLISHED {
            let counted = random.uniform() * 2_f64.powi(53);
            assert_eq!(
                counted.to_bits(),
                json::number::to_f64(number / 2048 + 1).to_bits()
            );
        }
    }
}
