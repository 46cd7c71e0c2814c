//! Whether a point is on the curve P-256 (FIPS 186-5, SP 800-186). `WebKitGTK` imports points that are not, and
//! derives bits with them, which would give a private key away bit by bit.
//!
//! Public keys are no secret, so this needn't take constant time, and is written for size.

/// A number below 2²⁵⁶, big-endian.
type Number = [u8; 32];

/// 2²⁵⁶ − p. Added to a number, modulo 2²⁵⁶, it subtracts p; that carries if the number was not below p.
const MINUS_P: Number = [
    0, 0, 0, 0, 0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, //
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
];

/// The constant of the curve's equation.
const B: Number = [
    0x5a, 0xc6, 0x35, 0xd8, 0xaa, 0x3a, 0x93, 0xe7, 0xb3, 0xeb, 0xbd, 0x55, 0x76, 0x98, 0x86,
    0xbc, //
    0x65, 0x1d, 0x06, 0xb0, 0xcc, 0x53, 0xb0, 0xf6, 0x3b, 0xce, 0x3c, 0x3e, 0x27, 0xd2, 0x60, 0x4b,
];

/// Whether a public key, x ‖ y, is a point of P-256: x and y are below p, and y² = x³ − 3x + b.
pub fn is_on_curve(key: &[u8; 64]) -> bool {
    let (Some(x), Some(y)) = (key.first_chunk(), key.last_chunk()) else {
        return false;
    };
    let in_field = |number| !added(number, &MINUS_P).1;
    let cube = times(&times(x, x), x);
    let tripled = plus(&plus(x, x), x);
    in_field(x) && in_field(y) && plus(&times(y, y), &tripled) == plus(&cube, &B)
}

/// The sum modulo 2²⁵⁶, and whether it carried.
fn added(a: &Number, b: &Number) -> (Number, bool) {
    let (mut sum, mut carry) = ([0; 32], 0);
    for ((place, a), b) in sum.iter_mut().zip(a).zip(b).rev() {
        let [high, low] = (u16::from(*a) + u16::from(*b) + carry).to_be_bytes();
        (*place, carry) = (low, u16::from(high));
    }
    (sum, carry != 0)
}

/// The sum modulo p of two numbers below p.
fn plus(a: &Number, b: &Number) -> Number {
    let (sum, carried) = added(a, b);
    let (reduced, was_large) = added(&sum, &MINUS_P);
    if carried || was_large { reduced } else { sum }
}

/// The product modulo p of two numbers below p, by doubling and adding.
fn times(a: &Number, b: &Number) -> Number {
    let mut product = [0; 32];
    for byte in a {
        for bit in (0..8).rev() {
            product = plus(&product, &product);
            if byte >> bit & 1 == 1 {
                product = plus(&product, b);
            }
        }
    }
    product
}
