//! As much of HTML as it takes to read a page as a browser would: its forms, what is filled in, and its text.

/// A form on a page, with what it would send as it is.
#[derive(Debug, Default)]
pub struct Form {
    /// Where to; empty for the page's own address.
    pub action: String,
    /// Each name and value, without buttons.
    pub fields: Vec<(String, String)>,
    /// Each button that sends something.
    pub buttons: Vec<(String, String)>,
    /// Its role, where it has one written out.
    pub role: Option<String>,
    /// True when there is something in it to fill in or choose.
    pub asks: bool,
}

impl Form {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// A tag: its name, its attributes, and where it ends.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, String)>,
    end: usize,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    fn value(&self) -> String {
        self.get("value").unwrap_or_default().to_owned()
    }
}

/// The tag that begins at `at`, where there is a `<`.
fn tag(html: &str, at: usize) -> Tag<'_> {
    let bytes = html.as_bytes();
    let mut i = at + 1;
    let word = |mut i: usize, stop: &[u8]| {
        let from = i;
        while i < bytes.len() && !stop.contains(&bytes[i]) {
            i += 1;
        }
        (&html[from..i], i)
    };
    let (name, after) = word(i, b" \n\t>");
    i = after;
    let mut attributes = Vec::new();
    loop {
        while i < bytes.len() && b" \n\t/".contains(&bytes[i]) {
            i += 1;
        }
        if i >= bytes.len() || bytes[i] == b'>' {
            return Tag { name, attributes, end: i + 1 };
        }
        let (attribute, after) = word(i, b" \n\t=>/");
        i = after;
        let mut value = String::new();
        if bytes.get(i) == Some(&b'=') {
            assert_eq!(bytes[i + 1], b'"', "an attribute without quotes: {}", &html[at..(i + 20).min(html.len())]);
            let (text, after) = word(i + 2, b"\"");
            value = unescape(text);
            i = after + 1;
        }
        attributes.push((attribute, value));
    }
}

/// Each tag of a page that is not a comment, in order; script data and what is in a textarea are no tags.
fn tags(html: &str) -> Vec<(usize, Tag<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<') {
        at += next;
        if html[at..].starts_with("<!--") {
            at += html[at..].find("-->").unwrap();
            continue;
        }
        let tag = tag(html, at);
        let end = tag.end;
        let closing = match tag.name {
            "textarea" => "</textarea>",
            "script" => "</script>",
            "style" => "</style>",
            _ => "",
        };
        found.push((at, tag));
        at = end;
        if !closing.is_empty() {
            at += html[at..].find(closing).unwrap();
        }
    }
    found
}

/// The forms of a page, each with what it would send as it is.
pub fn forms(html: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut inside = false;
    let mut select: Option<(String, Vec<(String, bool)>)> = None;
    for (_, tag) in tags(html) {
        match tag.name {
            "form" => {
                inside = true;
                let (action, role) = (tag.get("action").unwrap_or_default().to_owned(), tag.get("role"));
                forms.push(Form { action, role: role.map(str::to_owned), ..Form::default() });
            }
            "/form" => inside = false,
            _ if !inside => {}
            _ => {
                let form = forms.last_mut().unwrap();
                let name = tag.get("name").unwrap_or_default().to_owned();
                form.asks |= matches!(tag.name, "textarea" | "select")
                    || (tag.name == "input" && tag.get("type") != Some("hidden"));
                match tag.name {
                    "input" => {
                        let chosen =
                            !matches!(tag.get("type"), Some("radio" | "checkbox")) || tag.get("checked").is_some();
                        if chosen && !name.is_empty() {
                            form.fields.push((name, tag.value()));
                        }
                    }
                    "button" if !name.is_empty() => form.buttons.push((name, tag.value())),
                    "textarea" => {
                        let text = &html[tag.end..];
                        let text = unescape(&text[..text.find("</textarea>").unwrap()]);
                        form.fields.push((name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
                    }
                    "select" => select = Some((name, Vec::new())),
                    "option" => select.as_mut().unwrap().1.push((tag.value(), tag.get("selected").is_some())),
                    "/select" => {
                        let (name, options) = select.take().unwrap();
                        let chosen = options.iter().find(|(_, chosen)| *chosen).or(options.first());
                        form.fields.extend(chosen.map(|(value, _)| (name, value.clone())));
                    }
                    _ => {}
                }
            }
        }
    }
    forms
}

/// The text of a page, as it is read.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    for (start, tag) in tags(html) {
        if at < start && at > 0 {
            text.push_str(&unescape(&html[at..start]));
        }
        at = match tag.name {
            "script" | "style" => html[tag.end..].find("</").map_or(html.len(), |end| tag.end + end),
            _ => tag.end,
        };
    }
    text
}

/// The names of the tags of a page.
pub fn tag_names(html: &str) -> Vec<&str> {
    tags(html).into_iter().map(|(_, tag)| tag.name).collect()
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .find(';')
            .unwrap_or_else(|| panic!("an ampersand that is not escaped: {}", &rest[..rest.len().min(30)]));
        let named = &rest[1..end];
        match named {
            "amp" => plain.push('&'),
            "lt" => plain.push('<'),
            "gt" => plain.push('>'),
            "quot" => plain.push('"'),
            "apos" => plain.push('\''),
            _ => {
                let number = named.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16).unwrap());
                let number = number.or_else(|| named.strip_prefix('#').map(|decimal| decimal.parse().unwrap()));
                plain.push(char::from_u32(number.unwrap_or_else(|| panic!("&{named};"))).unwrap());
            }
        }
        rest = &rest[end + 1..];
    }
    plain.push_str(rest);
    plain
}

#[test]
fn a_form_is_read_as_a_browser_reads_it() {
    let html = "<p>&lt;b&gt; &amp; c</p><form action=\"/x\"><input type=\"hidden\" name=\"a\" value=\"1 &quot;\"><input type=\"radio\" \
                name=\"r\" value=\"1\"><input type=\"radio\" name=\"r\" value=\"2\" checked><select name=\"s\"><option value=\"\">-\
                </option><option value=\"9\" selected>9</option></select><textarea name=\"t\">\n\n&lt;form&gt;</textarea>\
                <button name=\"do\" value=\"it\">Do</button></form>";
    let form = &forms(html)[0];
    assert_eq!(form.action, "/x");
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(form.fields, [field("a", "1 \""), field("r", "2"), field("s", "9"), field("t", "\n<form>")]);
    assert_eq!(form.buttons, [field("do", "it")]);
    assert!(text(html).starts_with("<b> & c"));
}
