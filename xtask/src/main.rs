//! Sets up, builds, serves and tests Own Terms: `cargo xtask --help`.

mod apt;
mod bench;
mod budget;
mod build;
mod command;
mod compress;
mod css;
mod debian;
mod hash;
mod node;
mod paths;
mod python;
mod serve;
mod site;
mod test;
mod toolchain;
mod wasm;
mod wasm_opt;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Sets up, builds, serves and tests Own Terms
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Options {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the WebAssembly, the assets, and the server with them inside
    Build {
        /// Optimised: slower to build, faster to answer
        #[arg(long)]
        release: bool,
    },
    /// Build, then serve with made-up people to try it with
    Serve(serve::Options),
    /// Check and test everything, the browser tests too
    Test(test::Options),
    /// Measure: processor time a request, waits, memory
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let result = match Options::parse().task {
        Task::Build { release } => build::all(release).map(|server| {
            println!("  {}", server.display());
            ExitCode::SUCCESS
        }),
        Task::Serve(options) => serve::serve(&options).map(|()| ExitCode::SUCCESS),
        Task::Test(options) => Ok(test::test(&options)),
        Task::Bench(options) => bench::bench(&options).map(|()| ExitCode::SUCCESS),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
