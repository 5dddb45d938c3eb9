//! Those who ask: browsers with one connection each, all at once.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use ureq::Agent;

use super::{Measured, between, process::Server};

/// A browser with a connection of its own.
pub struct Browser {
    agent: Agent,
    url: String,
    cookie: String,
    token: String,
    version: u32,
}

impl Browser {
    /// One in which nobody is signed in.
    pub fn new(url: &str) -> Self {
        let agent = Agent::config_builder().max_redirects(0).http_status_as_error(false).build().new_agent();
        Self { agent, url: url.to_owned(), cookie: String::new(), token: String::new(), version: 0 }
    }

    /// One in which someone of the demonstration is.
    pub fn signed_in(url: &str, person: &str) -> Result<Self> {
        let mut browser = Self::new(url);
        let answer = browser
            .agent
            .post(format!("{url}/sign-in"))
            .header("origin", url)
            .send_form([("person", person)])
            .context("signing in failed")?;
        let cookies = answer.headers().get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
        let session = cookies.filter_map(|cookie| cookie.split(';').next()).find(|pair| pair.contains("session="));
        session.context("signing in gave no session")?.clone_into(&mut browser.cookie);
        Ok(browser)
    }

    fn page(&self, path: &str, compressed: bool) -> Result<Vec<u8>> {
        let encoding = if compressed { "br, gzip" } else { "identity" };
        let mut answer = self
            .agent
            .get(format!("{}{path}", self.url))
            .header("cookie", &self.cookie)
            .header("accept-encoding", encoding)
            .call()?;
        ensure!(answer.status() == 200, "{path} answered {}", answer.status());
        Ok(answer.body_mut().read_to_vec()?)
    }

    /// Asks for a page as a browser does, compressed.
    pub fn get(&mut self, path: &str) -> Result<()> {
        self.page(path, true).map(drop)
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<()> {
        let mut answer = self
            .agent
            .post(format!("{}{path}", self.url))
            .header("cookie", &self.cookie)
            .header("origin", &self.url)
            .send_form(fields.iter().copied())?;
        ensure!(answer.status() == 303, "{path} answered {}", answer.status());
        answer.body_mut().read_to_vec()?;
        Ok(())
    }

    /// Adds a goal, through the form.
    pub fn add_goal(&mut self, number: usize) -> Result<()> {
        let page = String::from_utf8(self.page("/goals/add", false)?)?;
        let goal = between(&page, "name=\"goal\" value=\"", "\"")?;
        let token = between(&page, "name=\"token\" value=\"", "\"")?;
        let words = format!("Goal {number}: a walk by the river each week, as far as the bridge");
        let fields = [("token", token), ("goal", goal), ("words", &words), ("audience", "case-worker")];
        self.post("/goals/add", &fields)
    }

    /// The address of a page in the middle of a list; none where there is but one.
    pub fn middle_of(&self, kind: &str) -> Result<Option<String>> {
        let page = String::from_utf8(self.page(&format!("/held/kind?what={kind}"), false)?)?;
        let Some((_, rest)) = page.split_once("before=") else { return Ok(None) };
        let place: u32 = between(rest, "", "\"")?.parse()?;
        Ok(Some(format!("/held/kind?what={kind}&before={}", place / 2)))
    }

    /// The same browser, with the form open that it is to save again and again.
    pub fn about_to_save(mut self) -> Result<Self> {
        let page = String::from_utf8(self.page("/appointments/terms/with-me", false)?)?;
        let form = between(&page, "<main", "</main>")?;
        between(form, "name=\"token\" value=\"", "\"")?.clone_into(&mut self.token);
        self.version = between(form, "name=\"version\" value=\"", "\"")?.parse()?;
        let held = String::from_utf8(self.page("/receipts", false)?)?;
        // The first save gives the item the number of the next entry.
        let last: u32 = between(&held, "/receipts/one?number=", "\"")?.parse()?;
        self.save()?;
        self.version = last + 1;
        Ok(self)
    }

    /// Saves the form, with something else in it than before.
    pub fn save(&mut self) -> Result<()> {
        let version = self.version.to_string();
        let fields =
            [("token", self.token.as_str()), ("version", &version), ("companion", &format!("number {version}"))];
        self.post("/appointments/terms/with-me", &fields)?;
        self.version += 1;
        Ok(())
    }
}

/// Lets `connections` browsers ask for as long as `long`, all at once.
pub fn many(
    server: &Server,
    connections: usize,
    long: Duration,
    mut browser: impl FnMut() -> Result<Browser>,
    ask: impl Fn(&mut Browser) -> Result<()> + Sync,
) -> Result<Measured> {
    let mut browsers: Vec<Browser> = (0..connections).map(|_| browser()).collect::<Result<_>>()?;
    for browser in &mut browsers {
        ask(browser)?;
    }
    let (over, ask) = (AtomicBool::new(false), &ask);
    let (begun, before) = (Instant::now(), server.processor()?);
    let waits = std::thread::scope(|scope| {
        let threads: Vec<_> = browsers
            .iter_mut()
            .map(|browser| {
                let over = &over;
                scope.spawn(move || {
                    let mut waits = Vec::new();
                    while !over.load(Ordering::Relaxed) {
                        let asked = Instant::now();
                        ask(browser)?;
                        waits.push(asked.elapsed());
                    }
                    Ok(waits)
                })
            })
            .collect();
        std::thread::sleep(long);
        over.store(true, Ordering::Relaxed);
        let waits =
            threads.into_iter().map(|thread| thread.join().map_err(|_| anyhow::anyhow!("one who asked panicked"))?);
        waits.collect::<Result<Vec<Vec<Duration>>>>()
    })?;
    let mut waits = waits.concat();
    waits.sort_unstable();
    Ok(Measured { waits, whole: begun.elapsed(), processor: server.processor()?.saturating_sub(before) })
}
