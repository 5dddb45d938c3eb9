//! Checkpoints: every leaf is proved to be in its tree, and nothing else is.

use own_terms_domain::{
    checkpoint::{Checkpoint, Ends, root_from, tree},
    ids::ClaimantId,
    ledger::Hash,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use uuid::Uuid;

use crate::given::{cases, moment};

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn each_leaf_is_led_to_the_root_by_its_own_way_from_its_own_place_alone(
        leaves in vec(any::<Hash>(), 1..40), pick: Index, other: Index, bit in 0..256_usize, width in 0..50_u32,
    ) {
        let (root, paths) = tree(&leaves).unwrap();
        let (at, count) = (pick.index(leaves.len()), u32::try_from(leaves.len()).unwrap());
        let place = u32::try_from(at).unwrap();
        prop_assert_eq!(root_from(leaves[at], place, count, &paths[at]), Some(root));
        // Another leaf, another place, a changed way, a longer or shorter one: none leads there.
        let mut flipped = leaves[at];
        flipped[bit / 8] ^= 1 << (bit % 8);
        prop_assert_ne!(root_from(flipped, place, count, &paths[at]), Some(root));
        let elsewhere = u32::try_from(other.index(leaves.len())).unwrap();
        if elsewhere != place {
            prop_assert_ne!(root_from(leaves[at], elsewhere, count, &paths[at]), Some(root));
        }
        for level in 0..paths[at].len() {
            let mut changed = paths[at].clone();
            changed[level][bit / 8] ^= 1 << (bit % 8);
            prop_assert_ne!(root_from(leaves[at], place, count, &changed), Some(root));
            prop_assert_ne!(root_from(leaves[at], place, count, &paths[at][..level]), Some(root));
        }
        let longer = [paths[at].clone(), vec![root]].concat();
        prop_assert_ne!(root_from(leaves[at], place, count, &longer), Some(root));
        // Any numbers at all are an answer and no panic.
        let _ = root_from(leaves[at], width, count, &paths[at]);
        let _ = root_from(leaves[at], place, width, &paths[at]);
    }

    #[test]
    fn no_two_lists_of_leaves_have_one_root(leaves in vec(any::<Hash>(), 1..20), pick: Index, what in 0..4) {
        let mut changed = leaves.clone();
        let at = pick.index(leaves.len());
        match what {
            0 => drop(changed.remove(at)),
            1 => changed.insert(at, leaves[at]),
            2 => changed.push(leaves[at]),
            _ => changed[at][0] ^= 1,
        }
        prop_assert_ne!(tree(&leaves).map(|(root, _)| root), tree(&changed).map(|(root, _)| root));
    }

    #[test]
    fn a_change_of_any_part_changes_what_is_signed(
        number: u32, leaves: u32, at in moment(), later in moment(), root: Hash, other: Hash, id: u128, looks: u32,
    ) {
        let one = Checkpoint { number, at, leaves, root, previous: root };
        for changed in [
            Checkpoint { number: number ^ 1, ..one },
            Checkpoint { at: later, ..one },
            Checkpoint { leaves: leaves ^ 1, ..one },
            Checkpoint { root: other, ..one },
            Checkpoint { previous: other, ..one },
        ] {
            prop_assert_eq!(changed.hash() == one.hash(), changed == one);
        }
        let ends = Ends { claimant: ClaimantId(Uuid::from_u128(id)), entries: number, head: root, looks, look_head: root };
        for changed in [
            Ends { claimant: ClaimantId(Uuid::from_u128(id ^ 1)), ..ends },
            Ends { entries: number ^ 1, ..ends },
            Ends { head: other, ..ends },
            Ends { looks: looks ^ 1, ..ends },
            Ends { look_head: other, ..ends },
        ] {
            prop_assert_eq!(changed.leaf() == ends.leaf(), changed == ends);
        }
    }
}

#[test]
fn no_leaves_make_no_tree() {
    assert_eq!(tree(&[]), None);
}
