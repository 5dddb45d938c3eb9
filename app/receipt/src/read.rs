//! Reads a file of receipts, and the published keys: every name once, nothing unknown, everything written in one way only.

use jiff::{Timestamp, civil::Date};
use own_terms_domain::{reading::Choice, time::days_between};
use uuid::Uuid;

use crate::{
    file::{Anchor, Content, File, Foot, Head, Published, Receipt, Words},
    hex::Hex,
    json::{self, Object, Value},
    keys::PublicKey,
};

/// The file that a text is; none for any other text.
pub(crate) fn file(text: &str) -> Option<File> {
    object(json::read(text)?, |of| {
        Some(File {
            head: Head {
                format: string(of.take("format")?)?,
                language: string(of.take("language")?)?,
                made_at: moment(of.take("made_at")?)?,
                person: uuid(of.take("person")?)?,
                whole: truth(of.take("whole")?)?,
                entries: number(of.take("entries")?)?,
                head: hex(of.take("head")?)?,
            },
            receipts: list(of.take("receipts")?, receipt)?,
            foot: Foot { anchor: or_none(of.take("anchor")?, anchor)?, keys: list(of.take("keys")?, key)? },
            signed_with: hex(of.take("signed_with")?)?,
            line_sums: string(of.take("line_sums")?)?,
            signature: hex(of.take("signature")?)?,
        })
    })
}

/// The published keys, as they stand at `/check/keys`: `{"keys": [...]}`; none for any other text.
pub fn published_keys(text: &str) -> Option<Vec<PublicKey>> {
    object(json::read(text)?, |of| list(of.take("keys")?, key))
}

fn receipt(value: Value) -> Option<Receipt> {
    object(value, |of| {
        Some(Receipt {
            number: number(of.take("number")?)?,
            words: object(of.take("words")?, words)?,
            at: moment(of.take("at")?)?,
            role: string(of.take("role")?)?,
            by: or_none(of.take("by")?, uuid)?,
            item: string(of.take("item")?)?,
            act: choice(of.take("act")?)?,
            replaced: hex(of.take("replaced")?)?,
            notice: hex(of.take("notice")?)?,
            content: or_none(of.take("content")?, content)?,
            commitment: hex(of.take("commitment")?)?,
            previous: hex(of.take("previous")?)?,
            hash: hex(of.take("hash")?)?,
            signed_with: hex(of.take("signed_with")?)?,
            signature: hex(of.take("signature")?)?,
        })
    })
}

fn words(of: &mut Object) -> Option<Words> {
    Some(Words {
        what: string(of.take("what")?)?,
        by: string(of.take("by")?)?,
        when: string(of.take("when")?)?,
        before: list(of.take("before")?, string)?,
        after: list(of.take("after")?, string)?,
    })
}

fn content(value: Value) -> Option<Content> {
    object(value, |of| Some(Content { salt: hex(of.take("salt")?)?, text: string(of.take("text")?)? }))
}

fn anchor(value: Value) -> Option<Anchor> {
    object(value, |of| {
        Some(Anchor {
            checkpoint: object(of.take("checkpoint")?, checkpoint)?,
            leaf: number(of.take("leaf")?)?,
            entries: number(of.take("entries")?)?,
            head: hex(of.take("head")?)?,
            looks: number(of.take("looks")?)?,
            look_head: hex(of.take("look_head")?)?,
            path: list(of.take("path")?, hex)?,
        })
    })
}

fn checkpoint(of: &mut Object) -> Option<Published> {
    Some(Published {
        number: number(of.take("number")?)?,
        at: moment(of.take("at")?)?,
        leaves: number(of.take("leaves")?)?,
        root: hex(of.take("root")?)?,
        previous: hex(of.take("previous")?)?,
        signed_with: hex(of.take("signed_with")?)?,
        signature: hex(of.take("signature")?)?,
    })
}

fn key(value: Value) -> Option<PublicKey> {
    object(value, |of| {
        Some(PublicKey {
            id: hex(of.take("id")?)?,
            public: hex(of.take("public")?)?,
            since: moment(of.take("since")?)?,
            until: or_none(of.take("until")?, moment)?,
        })
    })
}

/// What `read` makes of an object, when it took all of it.
fn object<T>(value: Value, read: impl FnOnce(&mut Object) -> Option<T>) -> Option<T> {
    let Value::Object(mut object) = value else { return None };
    let made = read(&mut object)?;
    object.end()?;
    Some(made)
}

fn list<T>(value: Value, read: impl Fn(Value) -> Option<T>) -> Option<Vec<T>> {
    let Value::List(list) = value else { return None };
    list.into_iter().map(read).collect()
}

/// What may be nothing: none when it is neither that nor what `read` reads.
#[expect(clippy::option_option, reason = "the outer one is what could not be read")]
fn or_none<T>(value: Value, read: impl Fn(Value) -> Option<T>) -> Option<Option<T>> {
    if value == Value::Nothing { Some(None) } else { read(value).map(Some) }
}

fn string(value: Value) -> Option<String> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

fn number(value: Value) -> Option<u32> {
    if let Value::Number(number) = value { Some(number) } else { None }
}

fn truth(value: Value) -> Option<bool> {
    if let Value::Truth(truth) = value { Some(truth) } else { None }
}

fn hex<const N: usize>(value: Value) -> Option<Hex<N>> {
    Hex::parse(&string(value)?)
}

fn uuid(value: Value) -> Option<Uuid> {
    Uuid::try_parse(&string(value)?).ok()
}

fn choice<C: Choice>(value: Value) -> Option<C> {
    let id = string(value)?;
    C::ALL.iter().copied().find(|choice| choice.id() == id)
}

/// A moment as the files write it, `2027-03-01T12:00:00.123456Z`: jiff's own reader takes a dozen forms, and 25 kB.
fn moment(value: Value) -> Option<Timestamp> {
    let text = string(value)?;
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let digits = |text: &str, count: usize| -> Option<i64> {
        let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten()
    };
    let part = |parts: &mut std::str::Split<'_, char>, count: usize, most: i64| {
        parts.next().and_then(|part| digits(part, count)).filter(|number| *number <= most)
    };
    let (mut date, mut time) = (date.split('-'), time.split(':'));
    let (year, month, day) = (part(&mut date, 4, 9998)?, part(&mut date, 2, 12)?, part(&mut date, 2, 31)?);
    let (hour, minute, second) = (part(&mut time, 2, 23)?, part(&mut time, 2, 59)?, part(&mut time, 2, 59)?);
    if date.next().or(time.next()).is_some() || !(1..=9).contains(&fraction.len()) {
        return None;
    }
    let day = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let days = i64::from(days_between(Date::constant(1970, 1, 1), day));
    let nanoseconds = i32::try_from(digits(&format!("{fraction:0<9}"), 9)?).ok()?;
    Timestamp::new(days * 86_400 + hour * 3600 + minute * 60 + second, nanoseconds).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_one_that_was_written() {
        for text in [
            "2027-03-01T12:00:00.123456Z",
            "2027-03-01T12:00:00Z",
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59.5Z",
            "2028-02-29T23:59:59.000001Z",
            "0001-01-01T00:00:00Z",
            "9998-12-31T23:59:59.999999999Z",
        ] {
            assert_eq!(moment(Value::Text(text.to_owned())), Some(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn a_moment_is_written_in_one_way() {
        for text in [
            "",
            "2027-03-01",
            "2027-03-01T12:00:00",
            "2027-03-01 12:00:00Z",
            "2027-03-01T12:00Z",
            "2027-02-29T12:00:00Z",
            "2027-13-01T12:00:00Z",
            "2027-00-01T12:00:00Z",
            "2027-03-01T24:00:00Z",
            "2027-03-01T12:60:00Z",
            "2027-03-01T12:00:60Z",
            "2027-03-01T12:00:00.Z",
            "2027-03-01T12:00:00.1234567891Z",
            "2027-03-01T12:00:00+00:00Z",
            "+2027-03-01T12:00:00Z",
            "2027-3-1T12:00:00Z",
            "2027-03-01T12:00:00.-1Z",
            "2027-03-01-01T12:00:00Z",
            "2027-03-01T12:00:00:00Z",
            "9999-01-01T00:00:00Z",
        ] {
            assert_eq!(moment(Value::Text(text.to_owned())), None, "{text}");
        }
    }
}
