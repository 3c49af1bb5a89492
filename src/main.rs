//! One binary: the command line hands over to its subcommand.

fn main() -> std::process::ExitCode {
    kinlight::cli::run()
}
