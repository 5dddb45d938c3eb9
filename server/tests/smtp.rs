//! A mail server: as much of SMTP as it takes to be handed an email, and to refuse one (RFC 5321).

use std::{net::SocketAddr, sync::Arc};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
};

/// An email as it came.
#[derive(Debug, Clone)]
pub struct Letter {
    /// To whom, as the envelope says.
    pub to: Vec<String>,
    /// Everything above the first empty line.
    pub head: String,
    /// What it says, decoded.
    pub text: String,
}

impl Letter {
    /// The value of a header.
    pub fn header(&self, name: &str) -> &str {
        let of = |line: &'_ str| line.split_once(": ").is_some_and(|(n, _)| n.eq_ignore_ascii_case(name));
        self.head.lines().find(|line| of(line)).and_then(|line| line.split_once(": ")).map_or("", |(_, value)| value)
    }

    /// The one link in it.
    pub fn link(&self) -> &str {
        let links: Vec<&str> = self.text.lines().filter(|line| line.contains("://")).collect();
        assert_eq!(links.len(), 1, "{}", self.text);
        links[0]
    }

    /// The address of that link within the site.
    pub fn path(&self) -> &str {
        let link = self.link();
        let (_, rest) = link.split_once("://").unwrap();
        &rest[rest.find('/').unwrap()..]
    }
}

/// A mail server of its own, on this machine alone.
pub struct MailServer {
    addr: SocketAddr,
    letters: mpsc::UnboundedReceiver<Letter>,
}

impl MailServer {
    /// One that answers the first messages with these codes, and takes every one after.
    pub async fn start(refusals: &'static [&'static str]) -> Self {
        Self::start_with(refusals, || {}).await
    }

    /// The same, which does something once it has a message, and before it says so.
    pub async fn start_with(
        refusals: &'static [&'static str],
        once_it_has_it: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let once_it_has_it = Arc::new(once_it_has_it);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let (send, letters) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut refusals = refusals.iter();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                // One after another, so that refusals are in order.
                let _ = serve(stream, &mut refusals, &|letter| {
                    let _ = send.send(letter);
                    once_it_has_it();
                })
                .await;
            }
        });
        Self { addr, letters }
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.addr)
    }

    /// The next email that comes.
    pub async fn next(&mut self) -> Letter {
        self.letters.recv().await.unwrap()
    }

    /// True when none has come that was not looked at.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }
}

async fn serve(
    stream: TcpStream,
    refusals: &mut std::slice::Iter<'_, &'static str>,
    take: &(dyn Fn(Letter) + Send + Sync),
) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 mail.example\r\n").await.ok()?;
    let mut to = Vec::new();
    while let Some(line) = lines.next_line().await.ok()? {
        let answer = match line.to_ascii_uppercase() {
            said if said.starts_with("RCPT TO:") => {
                to.push(line[8..].trim_matches(['<', '>']).to_owned());
                "250 ok".to_owned()
            }
            said if said == "DATA" => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                let mut data = String::new();
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    data += line.strip_prefix('.').unwrap_or(&line);
                    data += "\n";
                }
                if let Some(code) = refusals.next() {
                    format!("{code} <someone@example.com> not now")
                } else {
                    take(read_letter(std::mem::take(&mut to), &data));
                    "250 taken".to_owned()
                }
            }
            said if said == "QUIT" => {
                write.write_all(b"221 bye\r\n").await.ok()?;
                break;
            }
            _ => "250 ok".to_owned(),
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    Some(())
}

fn read_letter(to: Vec<String>, data: &str) -> Letter {
    let (head, body) = data.split_once("\n\n").unwrap();
    let letter = Letter { to, head: head.to_owned(), text: String::new() };
    let text = match letter.header("Content-Transfer-Encoding") {
        "7bit" => body.to_owned(),
        "quoted-printable" => unquote(body),
        other => panic!("{other}: {data}"),
    };
    Letter { text, ..letter }
}

/// Quoted-printable text as it is read (RFC 2045, 6.7).
fn unquote(body: &str) -> String {
    let joined = body.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'=' {
            let code = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(code, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}
