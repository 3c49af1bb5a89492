fn main() -> std::process::ExitCode {
    kinlight::cli::run()
}
