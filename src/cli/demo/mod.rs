//! The demo: made-up Societies, staff, people and responses, so that everything can be tried without a real person's data.

pub mod answers;
mod joining;
pub mod people;
mod people_table;
mod posters;
mod seed;

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{in_runtime, start_logging};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::server::{self, Signals};
use crate::staff::second_factor::TotpSecret;
use crate::web::Side;

/// A folder that contains this file belongs to the demo: it may be wiped, and gives one-time codes.
const MARK: &str = "demo-staff.json";

/// The demo's first file, so that `--fresh` knows a folder that an interrupted demo left.
const BEGUN: &str = "demo-begun";

/// Fill a folder with made-up data and serve both sides
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Fills a folder with made-up Societies, staff, photos and responses, and serves the site and the \
                  desk on it. Prints who can sign in; `kinlight demo --code NAME` prints that person's current \
                  one-time code. The second start goes on with the same data."
)]
pub struct DemoArgs {
    /// The folder for the demo's data
    #[arg(long, value_name = "DIR", default_value = "demo-data")]
    data: PathBuf,
    /// Address of the site
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Address of the desk
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8081")]
    desk_listen: SocketAddr,
    /// Use the portraits in this folder, in turn, instead of drawn ones
    #[arg(long, value_name = "DIR")]
    photos: Option<PathBuf>,
    /// Make up only this many people, to start sooner; default: all of them
    #[arg(long, value_name = "N")]
    people: Option<usize>,
    /// Add two made-up languages, which show a page's author what is cut off or runs the wrong way
    #[arg(long)]
    pseudo_languages: bool,
    /// Start again: delete the demo's folder first
    #[arg(long)]
    fresh: bool,
    /// A setting of the demo's installation, such as another database, for measurements
    #[arg(long = "setting", value_name = "NAME=VALUE", hide = true)]
    settings: Vec<String>,
    /// Fill the folder and exit
    #[arg(long, hide = true)]
    fill_only: bool,
    /// Print the current one-time code of this person and exit
    #[arg(long, value_name = "NAME")]
    code: Option<String>,
}

/// A demo member of staff, as saved in the mark file.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct KnownStaff {
    society: String,
    name: String,
    roles: String,
    password: String,
    totp: Vec<u8>,
    /// An administrator's; a folder of an older demo has none.
    #[serde(default)]
    second_passphrase: Option<String>,
}

pub fn run(args: DemoArgs) -> ExitCode {
    if let Some(name) = &args.code {
        return print_code(&args.data, name);
    }
    start_logging("warn", false);
    in_runtime(async move { serve(args).await })
}

async fn serve(args: DemoArgs) -> Result<(), Box<dyn std::error::Error>> {
    // Binds first, so that a taken address is reported before half a minute of drawing.
    let site = TcpListener::bind(args.listen).map_err(|e| format!("{}: {e}", args.listen))?;
    let desk = TcpListener::bind(args.desk_listen).map_err(|e| format!("{}: {e}", args.desk_listen))?;
    if args.fresh {
        wipe(&args.data)?;
    }
    let is_new = !args.data.join(MARK).exists();
    if is_new && args.data.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(
            format!("{} is not empty and not a finished demo; try --fresh", args.data.display()).into()
        );
    }
    std::fs::create_dir_all(&args.data)?;
    std::fs::write(args.data.join(BEGUN), "Made by kinlight demo: --fresh deletes this folder.\n")?;
    let app = App::new(config(&args)?, Clock::System).await?;
    app.db.migrate().await?;
    if is_new {
        println!("Drawing portraits and making up data; this takes a moment.");
        let staff = seed::fill(&app, &portraits_in(args.photos.as_deref())?, args.people).await?;
        std::fs::write(args.data.join(MARK), serde_json::to_vec_pretty(&staff)?)?;
    }
    if args.fill_only {
        return Ok(());
    }
    server::check(&app).await?;
    let running = server::start(app, vec![(Side::Site, site), (Side::Desk, desk)]).await?;
    introduce(&args.data, &running)?;
    running.until(Signals::listen()?).await?;
    Ok(())
}

fn config(args: &DemoArgs) -> Result<Config, String> {
    let values = [
        ("data_dir", args.data.display().to_string()),
        ("listen", args.listen.to_string()),
        // There is no proxy in front that would have to notice the shutdown.
        ("drain_seconds", "0".to_owned()),
        ("desk_listen", args.desk_listen.to_string()),
        ("public_url", format!("http://{}", args.listen)),
        ("single_zone_accepted", "true".to_owned()),
        ("job_seconds", "5".to_owned()),
        ("pseudo_languages", args.pseudo_languages.to_string()),
    ];
    let mut values: BTreeMap<String, String> = values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    let others = args.settings.iter().filter_map(|setting| setting.split_once('='));
    values.extend(others.map(|(name, value)| (name.to_owned(), value.to_owned())));
    Config::from_values(values)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

/// Prints both addresses, everyone's name and password, and the last line, which scripts wait for.
fn introduce(data: &Path, running: &server::Running) -> Result<(), Box<dyn std::error::Error>> {
    for (name, face) in [("\nThe site:", Side::Site), ("The desk:", Side::Desk)] {
        println!("{name}  http://{}/", running.address(face).ok_or("a face is missing")?);
    }
    println!();
    println!("Made-up staff of the desk (kinlight demo --code NAME prints a one-time code):");
    for one in known_staff(data)? {
        println!("  {:<10} {:<28} {:<24} {}", one.name, one.password, one.roles, one.society);
        if let Some(second) = &one.second_passphrase {
            println!("  {:<10} {second}  (second passphrase, for closed cases)", "");
        }
    }
    println!("\nready");
    Ok(())
}

fn print_code(data: &Path, name: &str) -> ExitCode {
    let Ok(staff) = known_staff(data) else {
        eprintln!("kinlight: {} is not a demo's folder; start kinlight demo first", data.display());
        return ExitCode::FAILURE;
    };
    let known = staff.iter().find(|one| one.name == name);
    match known.and_then(|one| TotpSecret::from_bytes(&one.totp).code(Clock::System.now())) {
        Some(code) => {
            println!("{code}");
            ExitCode::SUCCESS
        }
        None => {
            let names: Vec<&str> = staff.iter().map(|one| one.name.as_str()).collect();
            eprintln!("kinlight: nobody in the demo is called {name}; there are {}", names.join(", "));
            ExitCode::from(2)
        }
    }
}

fn known_staff(data: &Path) -> Result<Vec<KnownStaff>, Box<dyn std::error::Error>> {
    Ok(serde_json::from_slice(&std::fs::read(data.join(MARK))?)?)
}

/// Deletes a folder that the demo made or began. Fails for any other that is not empty: it may be a real installation.
fn wipe(data: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let is_demo = data.join(MARK).exists() || data.join(BEGUN).exists();
    let Ok(mut entries) = data.read_dir() else { return Ok(()) };
    if is_demo {
        return Ok(std::fs::remove_dir_all(data)?);
    }
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(format!("{} was not made by the demo; it is left as it is", data.display()).into()),
    }
}

/// The picture files of a folder, sorted by name.
fn portraits_in(folder: Option<&Path>) -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let is_picture = |path: &PathBuf| {
        let extension = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
        matches!(extension.as_deref(), Some("jpg" | "jpeg" | "png" | "webp"))
    };
    let entries = folder.read_dir().map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).filter(is_picture).collect();
    found.sort();
    if found.is_empty() {
        return Err(format!("{} holds no jpg, png or webp", folder.display()).into());
    }
    Ok(found)
}
