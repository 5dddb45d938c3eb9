//! Takes comments and needless white space out of a stylesheet, and nothing else.

/// The same rules in fewer bytes. Strings and escapes stay as they are; where white space can mean something
/// (between selectors, around `+` in a calculation, before `(` and `:`) one space stays.
pub fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut space = false;
    while let Some(c) = rest.next() {
        if c == '/' && rest.peek() == Some(&'*') {
            skip_comment(&mut rest);
            // Words that only a comment kept apart must stay apart: `0/**/auto`. (`a/**/:hover` must stay together.)
            space |= out.ends_with(word) && rest.peek().is_some_and(|&next| word(next));
        } else if c.is_ascii_whitespace() {
            space = true;
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            if space && !out.is_empty() && !out.ends_with(|last| "{};,:(>".contains(last)) && !"{};,)>".contains(c) {
                out.push(' ');
            }
            space = false;
            out.push(c);
            match c {
                '"' | '\'' => copy_string(c, &mut rest, &mut out),
                '\\' => out.extend(rest.next()),
                _ => {}
            }
        }
    }
    out
}

fn skip_comment(rest: &mut impl Iterator<Item = char>) {
    let mut last = ' ';
    rest.next();
    for c in rest {
        if last == '*' && c == '/' {
            return;
        }
        last = c;
    }
}

fn copy_string(quote: char, rest: &mut impl Iterator<Item = char>, out: &mut String) {
    while let Some(c) = rest.next() {
        out.push(c);
        if c == '\\' {
            out.extend(rest.next());
        } else if c == quote {
            return;
        }
    }
}

fn word(c: char) -> bool {
    c.is_alphanumeric() || "-_%.#".contains(c)
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn comments_and_white_space_go() {
        let css = "/* Paper. */\n:root {\n  --paper: #fbf8f2; /* 15.3 */\n  margin : 0 auto ;\n}\n\na,\nb > c { color : red; }\n";
        assert_eq!(squeeze(css), ":root{--paper:#fbf8f2;margin :0 auto}a,b>c{color :red}");
    }

    #[test]
    fn white_space_that_means_something_stays() {
        for css in [
            "a :hover{x:y}",
            "a:not(.b) .c{width:calc(1rem + 2px - (3px * 2))}",
            "@media screen and (min-width:40em){a{b:c}}",
            "a{b:c !important}",
            "a+b~c d{margin:-1px -2px}",
            "a::before{content:\"a  /* b */ ; \\\" }\"}",
            ".\\31 0\\:x{b:c}",
        ] {
            assert_eq!(squeeze(css), css);
        }
    }

    #[test]
    fn a_comment_neither_joins_words_nor_parts_selectors() {
        assert_eq!(squeeze("a{margin:0/* top */auto}"), "a{margin:0 auto}");
        assert_eq!(squeeze("a/* b */:hover{x:y}"), "a:hover{x:y}");
        assert_eq!(squeeze("a { x: y } /***/ b { x: y }"), "a{x:y}b{x:y}");
    }

    #[test]
    fn what_never_ends_is_no_panic() {
        assert_eq!(squeeze("a{} /* b"), "a{}");
        assert_eq!(squeeze("a{b:\"c"), "a{b:\"c");
        assert_eq!(squeeze("a\\"), "a\\");
        assert_eq!(squeeze("/*/ still */a{}"), "a{}");
    }
}
