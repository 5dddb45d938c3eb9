//! The server as a process of its own, and what the system says of it (Linux).

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// Ticks a second in `/proc/PID/stat`: the kernel's `USER_HZ`, 100 on every platform that Linux still runs on.
const TICKS: u64 = 100;

/// A server that runs until this is dropped.
pub struct Server {
    child: Child,
    database: String,
    /// Where it answers.
    pub url: String,
}

impl Server {
    /// Starts one over an empty database in `folder`, and waits for its first answer.
    pub fn start(binary: &Path, folder: &Path) -> Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let addr = format!("127.0.0.1:{port}");
        let database = format!("sqlite://{}", folder.join("bench.db").display());
        let child = Command::new(binary)
            .args(["serve", "--demo", "--addr", &addr, "--database", &database])
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", binary.display()))?;
        let server = Self { child, database, url: format!("http://{addr}") };
        let begun = Instant::now();
        while ureq::get(format!("{}/health", server.url)).call().is_err() {
            if begun.elapsed() > PATIENCE {
                bail!("the server did not answer within {} seconds", PATIENCE.as_secs());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(server)
    }

    /// Puts more into its database, with a process of its own.
    pub fn seed(&self, binary: &Path, what: &[&str]) -> Result<()> {
        let mut seed = Command::new(binary);
        let done = seed.arg("seed").args(what).args(["--database", &self.database]).stderr(Stdio::null()).status()?;
        if done.success() { Ok(()) } else { bail!("{} cannot seed as much", binary.display()) }
    }

    /// The processor time that it has taken so far, its own and the system's for it.
    pub fn processor(&self) -> Result<Duration> {
        let stat = self.of("stat")?;
        // After the name, which is in brackets and may have spaces: the fields from the third on.
        let fields = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace()).context("no stat")?;
        let ticks: Vec<u64> = fields.skip(11).take(2).filter_map(|field| field.parse().ok()).collect();
        Ok(Duration::from_millis(ticks.iter().sum::<u64>() * 1000 / TICKS))
    }

    /// The memory that it holds, in bytes (resident set).
    pub fn memory(&self) -> Result<u64> {
        let status = self.of("status")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes * 1024)
    }

    fn of(&self, file: &str) -> Result<String> {
        let path = format!("/proc/{}/{file}", self.child.id());
        fs::read_to_string(&path).with_context(|| format!("{path}: measuring needs Linux"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
