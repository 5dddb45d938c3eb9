//! As much of JSON as the files have: objects, lists, texts, whole numbers, yes, no and nothing.
//!
//! A reader of our own, because `serde_json` with what it brings costs a phone 50 kB, and because one that takes nothing
//! twice and nothing unknown leaves no room for two readings of one file.

/// How deep the files go, and a little more.
const DEEPEST: u8 = 12;

/// What stands in a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Nothing,
    Truth(bool),
    Number(u32),
    Text(String),
    List(Vec<Value>),
    Object(Object),
}

/// Names and what they stand for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Object(Vec<(String, Value)>);

impl Object {
    /// Takes out what a name stands for.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(named, _)| named == name)?;
        Some(self.0.remove(at).1)
    }

    /// Something only when all of it was taken: nothing unknown, and nothing twice.
    pub(crate) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// Reads a text that is one value and nothing else.
pub(crate) fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEEPEST)?;
    reader.next().is_none().then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next byte that is no blank.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
        self.at += blank;
        rest.get(blank).copied()
    }

    /// Goes past this byte, which has to be the next.
    fn past(&mut self, byte: u8) -> Option<()> {
        (self.next() == Some(byte)).then(|| self.at += 1)
    }

    fn value(&mut self, deeper: u8) -> Option<Value> {
        let deeper = deeper.checked_sub(1)?;
        match self.next()? {
            b'"' => self.string().map(Value::Text),
            b'{' => {
                let mut object = Vec::new();
                self.members(b'{', b'}', |reader| {
                    reader.next();
                    let name = reader.string()?;
                    reader.past(b':')?;
                    object.push((name, reader.value(deeper)?));
                    Some(())
                })?;
                Some(Value::Object(Object(object)))
            }
            b'[' => {
                let mut list = Vec::new();
                self.members(b'[', b']', |reader| {
                    list.push(reader.value(deeper)?);
                    Some(())
                })?;
                Some(Value::List(list))
            }
            _ => self.word(),
        }
    }

    /// Several between two brackets, with commas between them.
    fn members(&mut self, open: u8, close: u8, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.past(open)?;
        if self.next()? == close {
            return self.past(close);
        }
        loop {
            one(self)?;
            if self.next()? == close {
                return self.past(close);
            }
            self.past(b',')?;
        }
    }

    /// A number, or one of the words that stand for themselves.
    fn word(&mut self) -> Option<Value> {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        self.at += end;
        match word {
            "null" => Some(Value::Nothing),
            "true" => Some(Value::Truth(true)),
            "false" => Some(Value::Truth(false)),
            // Written in one way only.
            number if number == "0" || !number.starts_with('0') => number.parse().ok().map(Value::Number),
            _ => None,
        }
    }

    fn string(&mut self) -> Option<String> {
        let start = self.text.get(self.at..)?.strip_prefix('"')?;
        self.at += 1;
        let mut said = String::new();
        let mut rest = start;
        loop {
            let end = rest.find(|c: char| c == '"' || c == '\\' || c < ' ')?;
            said.push_str(&rest[..end]);
            let after = &rest[end + 1..];
            match rest.as_bytes()[end] {
                b'"' => {
                    self.at += start.len() - after.len();
                    return Some(said);
                }
                b'\\' => {
                    let (c, after) = escaped(after)?;
                    said.push(c);
                    rest = after;
                }
                _ => return None,
            }
        }
    }
}

/// The character that stands after a backslash, and what follows it.
fn escaped(text: &str) -> Option<(char, &str)> {
    let plain = match text.as_bytes().first()? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return of_digits(&text[1..]),
        _ => return None,
    };
    Some((plain, &text[1..]))
}

/// The character of four digits, or of twice four.
fn of_digits(text: &str) -> Option<(char, &str)> {
    let unit = |text: &str| -> Option<u32> {
        let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    let first = unit(text)?;
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, &text[4..]));
    }
    let rest = text[4..].strip_prefix("\\u")?;
    let second = unit(rest).filter(|second| (0xdc00..0xe000).contains(second))?;
    Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))?, &rest[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_another_reader_reads() {
        for text in [
            "null",
            " true ",
            "[]",
            "{}",
            "[1,2 , 3]",
            r#"{"a":{"b":[null,false,"x"]},"c":0}"#,
            "\"\"",
            "4294967295",
            r#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00é😀""#,
        ] {
            let theirs: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(as_theirs(read(text).unwrap()), theirs, "{text}");
        }
    }

    fn as_theirs(value: Value) -> serde_json::Value {
        match value {
            Value::Nothing => serde_json::Value::Null,
            Value::Truth(truth) => truth.into(),
            Value::Number(number) => number.into(),
            Value::Text(text) => text.into(),
            Value::List(list) => list.into_iter().map(as_theirs).collect(),
            Value::Object(Object(object)) => object.into_iter().map(|(name, value)| (name, as_theirs(value))).collect(),
        }
    }

    #[test]
    fn what_is_none_of_it_is_not_read() {
        for text in [
            "",
            " ",
            "nul",
            "nulls",
            "01",
            "-1",
            "1.5",
            "1e3",
            "4294967296",
            "[",
            "]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{1:1}",
            "\"",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\n\"",
            "1 2",
            "{}{}",
            "\u{feff}{}",
            "\"\\u+123\"",
            "\"\\ué12\"",
            "é",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(read(&"[".repeat(1_000_000)), None);
        assert!(read(&format!("{}{}", "[".repeat(12), "]".repeat(12))).is_some());
        assert_eq!(read(&format!("{}{}", "[".repeat(13), "]".repeat(13))), None);
    }
}
