//! Checkpoints: the ends of people's chains, in a tree whose root is published, so that the service cannot quietly rewrite one.
//!
//! The tree is that of RFC 9162 (Certificate Transparency), section 2.1: a leaf and a node are hashed differently, and no
//! leaf is doubled, so that no two lists of leaves have the same root. A checkpoint has only the chains that grew since the one before.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::{
    ids::ClaimantId,
    ledger::{Hash, Parts},
};

/// The ends of one person's two chains: what was said, and who looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// Whose.
    pub claimant: ClaimantId,
    /// How many entries the ledger has.
    pub entries: u32,
    /// The hash of the last.
    pub head: Hash,
    /// How many looks the log has.
    pub looks: u32,
    /// The hash of the last.
    pub look_head: Hash,
}

impl Ends {
    /// The leaf that stands for them. It tells nothing of anyone: each head covers random salts.
    pub fn leaf(&self) -> Hash {
        let mut parts = Parts::of("own-terms ends 1");
        parts.add(self.claimant.0.as_bytes());
        parts.add(&self.entries.to_be_bytes());
        parts.add(&self.head);
        parts.add(&self.looks.to_be_bytes());
        parts.add(&self.look_head);
        let mut leaf = Sha256::new();
        leaf.update([0]);
        leaf.update(parts.hash());
        leaf.finalize().into()
    }
}

/// One checkpoint, as it is signed and published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    /// Its place, from 1.
    pub number: u32,
    /// When it was made, to the microsecond.
    pub at: Timestamp,
    /// How many chains are in its tree.
    pub leaves: u32,
    /// The root of the tree.
    pub root: Hash,
    /// The hash of the checkpoint before; [`crate::ledger::BEGINNING`] for the first.
    pub previous: Hash,
}

impl Checkpoint {
    /// The checkpoint's hash, over each of its parts.
    pub fn hash(&self) -> Hash {
        let mut parts = Parts::of("own-terms checkpoint 1");
        parts.add(&self.number.to_be_bytes());
        parts.add(&self.at.as_microsecond().to_be_bytes());
        parts.add(&self.leaves.to_be_bytes());
        parts.add(&self.root);
        parts.add(&self.previous);
        parts.hash()
    }
}

fn node(left: &Hash, right: &Hash) -> Hash {
    let mut hash = Sha256::new();
    hash.update([1]);
    hash.update(left);
    hash.update(right);
    hash.finalize().into()
}

/// The root of a tree, and for each leaf the way up: the hash beside it at each level, from below. No leaves, no tree.
pub fn tree(leaves: &[Hash]) -> Option<(Hash, Vec<Vec<Hash>>)> {
    let mut level = leaves.to_vec();
    let mut paths = vec![Vec::new(); leaves.len()];
    // Where each leaf's ancestor stands in the level.
    let mut places: Vec<usize> = (0..leaves.len()).collect();
    while level.len() > 1 {
        for (path, place) in paths.iter_mut().zip(&mut places) {
            // The last of an odd level has nothing beside it and goes up as it is.
            path.extend(level.get(*place ^ 1));
            *place /= 2;
        }
        level =
            level.chunks(2).map(|pair| if let [left, right] = pair { node(left, right) } else { pair[0] }).collect();
    }
    level.first().map(|root| (*root, paths))
}

/// The root that a leaf and its way up lead to; none when the way is not one of leaf number `at` (from 0) of `leaves`.
pub fn root_from(leaf: Hash, at: u32, leaves: u32, path: &[Hash]) -> Option<Hash> {
    let (mut place, mut width) = (at, leaves);
    if place >= width {
        return None;
    }
    let mut path = path.iter();
    let mut hash = leaf;
    while width > 1 {
        if place ^ 1 < width {
            let beside = path.next()?;
            hash = if place.is_multiple_of(2) { node(&hash, beside) } else { node(beside, &hash) };
        }
        place /= 2;
        width = width.div_ceil(2);
    }
    path.next().is_none().then_some(hash)
}
