//! The chain: a missing, moved or changed entry shows.

use own_terms_domain::{
    actor::Actor,
    ids::{CarerId, ClaimantId, GoalId, OrganisationId, RecordId, StaffId, WayInId},
    item::{ItemId, Kind},
    ledger::{Act, BEGINNING, Hash, Link, NoticeVersion, commitment},
    record::Sort,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

use crate::given::{cases, moment, one};

fn id() -> impl Strategy<Value = Uuid> {
    prop_oneof![any::<u128>().prop_map(Uuid::from_u128), (0..3_u128).prop_map(Uuid::from_u128)]
}

fn any_actor() -> impl Strategy<Value = Actor> {
    (0..5, id()).prop_map(|(role, id)| match role {
        0 => Actor::Claimant(ClaimantId(id)),
        1 => Actor::Carer(CarerId(id)),
        2 => Actor::CaseWorker(StaffId(id)),
        3 => Actor::Organisation(OrganisationId(id)),
        _ => Actor::Service,
    })
}

fn any_item() -> impl Strategy<Value = ItemId> {
    let only: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| kind.is_single()).collect();
    prop_oneof![
        select(only).prop_map(ItemId::The),
        id().prop_map(|id| ItemId::Goal(GoalId(id))),
        (one::<Sort>(), id()).prop_map(|(sort, id)| ItemId::Record(sort, RecordId(id))),
        id().prop_map(|id| ItemId::SignIn(WayInId(id))),
        id().prop_map(|id| ItemId::Correction(RecordId(id))),
        id().prop_map(|id| ItemId::OtherView(RecordId(id))),
        id().prop_map(|id| ItemId::KeptBack(RecordId(id))),
    ]
}

fn link() -> impl Strategy<Value = Link> {
    let what = (any_item(), one::<Act>(), any::<[u8; 8]>());
    let hashes = (any::<Hash>(), any::<Hash>(), any::<Hash>());
    (id(), any::<u32>(), moment(), any_actor(), what, hashes).prop_map(
        |(claimant, number, at, by, (item, act, notice), (replaced, commitment, previous))| Link {
            claimant: ClaimantId(claimant),
            number,
            at,
            by,
            item,
            act,
            replaced,
            notice: NoticeVersion(notice),
            commitment,
            previous,
        },
    )
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_change_of_any_part_changes_the_hash(one in link(), two in link(), bit in 0..256_usize) {
        let flipped = |mut hash: Hash| {
            hash[bit / 8] ^= 1 << (bit % 8);
            hash
        };
        let changed = [
            Link { claimant: two.claimant, ..one },
            Link { number: two.number, ..one },
            Link { at: two.at, ..one },
            Link { by: two.by, ..one },
            Link { item: two.item, ..one },
            Link { act: two.act, ..one },
            Link { replaced: flipped(one.replaced), ..one },
            Link { notice: two.notice, ..one },
            Link { commitment: flipped(one.commitment), ..one },
            Link { previous: flipped(one.previous), ..one },
        ];
        for other in changed {
            prop_assert_eq!(one.hash() == other.hash(), one == other, "{:?}", other);
        }
        prop_assert_eq!(one.hash() == two.hash(), one == two);
        prop_assert_eq!(one.hash(), one.hash());
    }

    #[test]
    fn an_entry_follows_only_the_one_before_it(mut links in vec(link(), 2..12), at in 0..12_usize, what in 0..4) {
        let mut head = BEGINNING;
        for (number, link) in (1..).zip(&mut links) {
            (link.number, link.previous) = (number, head);
            head = link.hash();
        }
        let whole = |links: &[Link]| {
            let mut head = BEGINNING;
            let whole = (1..).zip(links).all(|(number, link)| {
                let follows = link.follows(number, &head);
                head = link.hash();
                follows
            });
            (whole, head)
        };
        prop_assert_eq!(whole(&links), (true, head));
        let at = at % links.len();
        let untouched = links.clone();
        match what {
            0 => drop(links.remove(at)),
            1 => links.swap(at, (at + 1) % untouched.len()),
            2 => links[at].commitment[0] ^= 1,
            _ => links.insert(at, untouched[at]),
        }
        // Found within the chain, or by its end not being the one that is known.
        prop_assert_ne!(whole(&links), (true, head));
    }

    #[test]
    fn a_commitment_is_to_one_content_under_one_salt(
        salt: [u8; 16], other: [u8; 16], content: Vec<u8>, changed: Vec<u8>,
    ) {
        let made = commitment(&salt, &content);
        prop_assert_eq!(made == commitment(&other, &content), salt == other);
        prop_assert_eq!(made == commitment(&salt, &changed), content == changed);
    }

    #[test]
    fn every_item_and_actor_has_one_name_that_is_read_back(item in any_item(), other in any_item(), by in any_actor()) {
        prop_assert_eq!(item.to_string().parse(), Ok(item));
        prop_assert_eq!(item.to_string() == other.to_string(), item == other);
        prop_assert_eq!(Actor::of(by.role(), by.id()), Some(by));
    }

    #[test]
    fn what_is_no_name_of_an_item_is_none(text in "[a-z.-]{0,12}[0-9a-f-]{0,36}") {
        if let Ok(item) = text.parse::<ItemId>() {
            prop_assert_eq!(item.to_string().parse(), Ok(item));
        }
    }
}
