//! The photo of a case worker: how large it is, and why a file becomes none.

use crate::choices;

/// How many pixels a photo that is kept has on each side.
pub const SIDE: u32 = 192;
/// The most bytes that the file has which it is made from.
pub const MOST_SENT: usize = 8 * 1024 * 1024;
/// The most pixels that such a file has: as many as the phones that take the largest pictures by themselves.
pub const MOST_PIXELS: u64 = 25_000_000;

choices! {
    /// Why a file becomes no photo; each has words that say what to do instead.
    NotAPhoto {
        /// No file was chosen, or one with nothing in it.
        Nothing = "nothing",
        /// More than [`MOST_SENT`].
        TooHeavy = "too-heavy",
        /// Neither a JPEG nor a PNG, whatever it is called.
        AnotherKind = "another-kind",
        /// More than [`MOST_PIXELS`].
        TooManyPixels = "too-many-pixels",
        /// Fewer than [`SIDE`] on a side: a face would not be seen in it.
        TooFewPixels = "too-few-pixels",
        /// It begins as a picture and does not go on as one.
        Damaged = "damaged",
    }
}
