//! The real binary, and as much of HTTP as it takes to speak to it.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, Stdio},
    thread::JoinHandle,
    time::Duration,
};

use crate::given::Folder;

/// `own-terms`, in a folder of its own and with nothing in its environment.
pub fn own_terms(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_own-terms"));
    command.env_clear().current_dir(folder.file(""));
    command
}

/// A server that is ended when the test is.
pub struct Server {
    pub addr: SocketAddr,
    pub child: Child,
    said: Option<JoinHandle<String>>,
}

impl Server {
    /// Starts the demonstration, and waits until it says where it is.
    pub fn start(folder: &Folder) -> Self {
        Self::start_with(folder, &[])
    }

    /// The same, with this in its environment.
    pub fn start_with(folder: &Folder, environment: &[(&str, &str)]) -> Self {
        let mut child = own_terms(folder)
            .args(["serve", "--demo", "--addr", "127.0.0.1:0"])
            .envs(environment.iter().copied())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut before = String::new();
        let addr = loop {
            let line = lines.next().unwrap_or_else(|| panic!("it did not start: {before}")).unwrap();
            if let Some((_, rest)) = line.split_once("Own Terms is at http://") {
                break rest.split('/').next().unwrap().parse().unwrap();
            }
            before += &line;
        };
        // Read to its end, so that it never waits for somebody to read.
        let said =
            std::thread::spawn(move || lines.map_while(Result::ok).fold(String::new(), |all, line| all + &line + "\n"));
        Self { addr, child, said: Some(said) }
    }

    /// Everything it said since it started; once it has ended.
    pub fn said(&mut self) -> String {
        self.said.take().unwrap().join().unwrap()
    }

    /// `SIGKILL`: no chance to put anything in order.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// `SIGTERM`.
    pub fn ask_to_stop(&self) {
        let done = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The bytes of a request.
pub fn request(method: &str, path: &str, addr: SocketAddr, cookie: &str, body: &str) -> String {
    let cookie = if cookie.is_empty() { String::new() } else { format!("Cookie: own-terms-session={cookie}\r\n") };
    format!(
        "{method} {path} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n{cookie}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A connection that gives up rather than hang a test for ever.
pub fn connect(addr: SocketAddr) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect(addr)?;
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    Ok(stream)
}

/// The whole answer; an error when the server went away before its end.
pub fn ask(method: &str, path: &str, addr: SocketAddr, cookie: &str, body: &str) -> std::io::Result<String> {
    let mut stream = connect(addr)?;
    stream.write_all(request(method, path, addr, cookie, body).as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.contains("\r\n\r\n") { Ok(answer) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
}

/// Signs in as a person of the demonstration: the session.
pub fn sign_in(addr: SocketAddr, person: &str) -> String {
    let answer = ask("POST", "/sign-in", addr, "", &format!("person={person}")).unwrap();
    answer
        .split("own-terms-session=")
        .nth(1)
        .unwrap_or_else(|| panic!("{answer}"))
        .split(';')
        .next()
        .unwrap()
        .to_owned()
}

/// The token of a session's forms.
pub fn token(addr: SocketAddr, session: &str) -> String {
    let page = ask("GET", "/settings", addr, session, "").unwrap();
    page.split("name=\"token\" value=\"")
        .nth(1)
        .unwrap_or_else(|| panic!("{page}"))
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}
