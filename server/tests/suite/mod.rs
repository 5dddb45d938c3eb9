//! What every store has to do, whichever database is under it: written once, run on each.
//!
//! A database's own test file names a function that opens an empty store, and [`store_suite`] makes the tests.

mod commits;
mod consents;
mod lists;
mod looks;
mod outbox;
mod promised;
mod proof;
mod records;
mod sessions;
mod staff;
mod tickets;

pub use commits::*;
pub use consents::*;
pub use lists::*;
pub use looks::*;
pub use outbox::*;
pub use promised::*;
pub use proof::*;
pub use records::*;
pub use sessions::*;
pub use staff::*;
pub use tickets::*;

/// Makes a test of each function of the suite. `$open` is an async function that gives an empty store, and whatever has
/// to be kept for as long as it is used.
macro_rules! store_suite {
    ($open:path) => {
        $crate::suite::store_suite! { $open =>
            what_is_committed_is_seen_as_it_was,
            a_refused_command_changes_nothing,
            of_several_commands_all_are_done_or_none,
            each_change_is_an_entry_that_follows_the_one_before,
            many_people_at_once_get_each_change_once,
            of_many_changes_to_one_thing_at_once_one_is_made_and_the_others_are_told,
            the_same_form_sent_many_times_at_once_has_one_effect,
            whoever_is_not_there_and_whoever_is_not_theirs_are_answered_alike,
            a_command_dropped_in_the_middle_is_done_whole_or_not_at_all,
            a_place_is_made_once_and_stays_what_it_was,
            ones_own_looks_are_one_entry_a_session,
            looks_at_the_same_moment_in_one_session_are_one_entry,
            every_look_of_someone_else_is_an_entry_refused_ones_too,
            a_look_dropped_in_the_middle_is_answered_only_when_it_is_logged,
            nobody_but_the_person_sees_who_looked,
            a_look_that_a_law_withholds_is_a_line_that_names_the_law_and_nothing_else,
            others_are_shown_no_more_than_the_part_that_stands_in_the_log,
            the_service_is_shown_the_way_in_that_it_names_and_nothing_else,
            the_history_of_a_thing_comes_with_who_else_looked_at_it_since_it_was_written,
            reading_the_log_is_an_entry_in_it_once_a_session,
            each_change_is_an_entry_that_is_signed_and_says_what_it_replaced,
            entries_are_given_by_page_by_item_and_one_with_what_it_replaced,
            nobody_but_the_person_gets_entries_or_proof,
            a_checkpoint_has_each_chain_that_grew_and_the_way_to_its_root,
            a_new_key_signs_what_is_new_and_the_old_one_still_checks,
            each_kind_can_be_erased_whole,
            what_is_erased_is_gone_and_the_chain_still_checks,
            what_was_taken_away_can_still_be_read_until_it_is_erased,
            what_has_come_to_its_day_goes_by_itself_and_nothing_else_does,
            whoever_wrote_or_looked_is_known_by_name_role_and_organisation,
            whoever_owes_an_answer_is_shown_what_it_is_about_and_nothing_else,
            pages_give_each_thing_once_whatever_is_written_on_an_earlier_one,
            the_way_back_is_the_way_there,
            everything_is_looked_through_once_run_by_run,
            how_many_are_held_is_known_whatever_is_written,
            what_was_taken_away_is_listed_until_it_is_said_anew_or_erased,
            someone_else_is_asked_about_everything_whatever_they_say_they_need,
            an_organisation_is_shown_what_was_said_yes_to_and_the_log_keeps_each_wording,
            another_organisation_a_wrong_role_and_a_person_who_is_not_there_are_answered_alike,
            what_is_taken_back_changed_over_or_erased_is_shown_no_more,
            whoever_looks_while_it_is_taken_back_is_in_the_log_or_sees_nothing,
            a_code_tells_that_a_consent_is_real_and_nothing_of_what_is_shown,
            stopping_takes_back_what_is_shared,
            a_session_is_there_until_it_ends,
            a_session_not_used_is_over_and_so_is_a_long_one,
            sessions_that_are_over_are_held_no_longer,
            the_account_is_given_to_the_person_alone_and_only_when_it_is_asked_for,
            sessions_are_ended_from_elsewhere_by_their_own_person_alone,
            where_others_use_the_device_a_session_not_used_is_over_sooner,
            closing_a_way_in_ends_the_sessions_that_began_by_it_but_the_one_in_which_it_is_closed,
            a_session_belongs_to_one_person,
            a_passkey_at_the_desk_is_of_one_who_works_there_and_of_no_person,
            a_session_at_the_desk_is_there_until_it_ends_and_is_no_persons,
            whoever_is_closed_begins_no_session_and_is_chosen_by_nobody,
            a_photo_is_of_a_case_worker_who_works_here_and_goes_with_them,
            one_way_in_is_closed_and_no_other_and_no_others,
            signing_out_at_a_provider_ends_what_began_in_that_session_at_the_desk_and_in_a_place,
            a_case_worker_finds_who_chose_them_the_longest_waiting_first,
            a_ticket_opens_once_however_often_it_was_looked_at,
            of_many_at_the_same_moment_one_has_it,
            wrong_tries_lock_the_ticket_that_was_found_and_no_other,
            a_ticket_is_over_at_its_end_and_for_one_purpose,
            a_new_ticket_makes_the_old_ones_of_a_person_worthless_and_nobody_elses,
            a_way_in_is_found_until_it_is_closed,
            a_message_is_put_with_its_change_and_never_without,
            of_many_who_take_messages_at_once_each_is_taken_by_one,
            whoever_took_it_first_settles_nothing_that_another_has_taken_since,
            stopping_empties_the_queue_in_the_same_transaction,
            of_two_people_who_say_yes_to_the_same_hour_the_first_has_it,
            an_hour_that_is_called_off_stopped_or_erased_can_be_promised_again,
            of_many_who_say_yes_to_one_hour_at_once_one_has_it,
        }
    };
    ($open:path => $($name:ident,)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            let (store, _kept) = $open().await;
            $crate::suite::$name(store).await;
        }
    )*};
}

pub(crate) use store_suite;
