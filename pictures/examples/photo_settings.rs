//! Measures each encoder setting for tools/bench-quality: crops a photo to 4:5, shrinks it to each width and encodes it in many
//! ways. Prints lines with tabs between: setting, strength of sharpening, width, bytes, score, milliseconds to encode, score
//! when enlarged (or `-`).
//!
//! Scores are SSIMULACRA2 against the photo shrunk by Lanczos, neither sharpened nor compressed. "When enlarged": the file is
//! enlarged to twice its width and compared with the photo shrunk to that width.

use std::time::Duration;

use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use kinlight_pictures::{Crop, Limits, Picture, WIDTHS, read};
use rustix::time::{ClockId, clock_gettime};
use rusty_jpeg::{ColorType, Encoder, SamplingFactor};
use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Setting {
    Jpeg { quality: u8 },
    WebP { quality: u8, method: u8 },
}

/// The strength of the mask in hundredths: 100 doubles the difference from the nearest neighbours.
const STRENGTHS: [u32; 3] = [15, 30, 60];

fn main() {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).expect("a readable file");
        let photo = read(&bytes, &Limits::default()).expect("a photo");
        measure(&photo.crop(Crop::centred(&photo)));
    }
}

fn measure(photo: &Picture) {
    for width in WIDTHS.into_iter().filter(|width| *width <= photo.width()) {
        let height = photo.height() * width / photo.width();
        let plain = scaled(photo, width, height, FilterType::Lanczos3);
        let twice =
            (width * 2 <= photo.width()).then(|| scaled(photo, width * 2, height * 2, FilterType::Lanczos3));
        for strength in [0].into_iter().chain(STRENGTHS) {
            let source = sharpened(&plain, strength);
            for setting in settings(width, strength) {
                let before = cpu_time();
                let bytes = setting.write(&source);
                let took = cpu_time().saturating_sub(before);
                let shown = read(&bytes, &Limits::any_size()).expect("our own file");
                let enlarged = twice.as_ref().filter(|_| setting.is_chosen(width)).map(|twice| {
                    // As a browser does on a dense screen.
                    score(twice, &scaled(&shown, width * 2, height * 2, FilterType::CatmullRom))
                });
                println!(
                    "{}\t{strength}\t{width}\t{}\t{:.3}\t{:.3}\t{}",
                    setting.words(),
                    bytes.len(),
                    score(&plain, &shown),
                    took.as_secs_f64() * 1000.0,
                    enlarged.map_or("-".to_owned(), |score| format!("{score:.3}")),
                );
            }
        }
    }
}

/// All settings for a plain picture; for a sharpened one, those that are in use.
fn settings(width: u32, strength: u32) -> Vec<Setting> {
    let jpegs = [70, 75, 80, 85].map(|quality| Setting::Jpeg { quality });
    let webps = [70, 74, 78]
        .into_iter()
        .flat_map(|quality| [1, 2, 4].map(|method| Setting::WebP { quality, method }));
    let all = jpegs.into_iter().chain(webps);
    all.filter(|setting| strength == 0 || setting.is_chosen(width)).collect()
}

impl Setting {
    /// Whether `variants.rs` uses this setting.
    fn is_chosen(self, width: u32) -> bool {
        match self {
            Setting::Jpeg { quality } => quality == if width < 640 { 75 } else { 80 },
            Setting::WebP { quality, method } => (quality, method) == (74, 2),
        }
    }

    fn words(self) -> String {
        match self {
            Setting::Jpeg { quality } => format!("JPEG {quality}"),
            Setting::WebP { quality, method } => format!("WebP {quality}, method {method}"),
        }
    }

    fn write(self, picture: &Picture) -> Vec<u8> {
        match self {
            Setting::Jpeg { quality } => {
                let mut bytes = Vec::new();
                let mut encoder = Encoder::new(&mut bytes, quality);
                encoder.set_sampling_factor(SamplingFactor::F_2_2);
                let (width, height) = (picture.width() as u16, picture.height() as u16);
                encoder.encode(picture.pixels(), width, height, ColorType::Rgb).expect("a JPEG");
                bytes
            }
            Setting::WebP { quality, method } => {
                let mut config = webp::WebPConfig::new().expect("libwebp's defaults");
                (config.quality, config.method) = (quality.into(), method.into());
                let encoder = webp::Encoder::from_rgb(picture.pixels(), picture.width(), picture.height());
                encoder.encode_advanced(&config).expect("a WebP").to_vec()
            }
        }
    }
}

fn scaled(picture: &Picture, width: u32, height: u32, filter: FilterType) -> Picture {
    let pixels = picture.pixels().to_vec();
    let from = Image::from_vec_u8(picture.width(), picture.height(), pixels, PixelType::U8x3).expect("whole");
    let mut to = Image::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
    Resizer::new().resize(&from, &mut to, &options).expect("pixels of one kind");
    Picture::from_rgb(width, height, to.into_vec()).expect("whole")
}

/// An unsharp mask: moves each value away from the mean of its nine neighbours, weighted 1, 2, 1 in both directions.
fn sharpened(picture: &Picture, strength: u32) -> Picture {
    let (width, height, pixels) = (picture.width() as usize, picture.height() as usize, picture.pixels());
    let value = |x: usize, y: usize, channel: usize| {
        let near =
            |at: usize, length: usize| [(at.saturating_sub(1), 1), (at, 2), ((at + 1).min(length - 1), 1)];
        let blurred: u32 = near(y, height)
            .into_iter()
            .flat_map(|(row, down)| near(x, width).map(|(column, across)| (row, column, down * across)))
            .map(|(row, column, weight)| u32::from(pixels[(row * width + column) * 3 + channel]) * weight)
            .sum();
        let own = f64::from(pixels[(y * width + x) * 3 + channel]);
        let apart = own - f64::from(blurred) / 16.0;
        (own + apart * f64::from(strength) / 100.0).round().clamp(0.0, 255.0) as u8
    };
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let pixels = places.flat_map(|(x, y)| [0, 1, 2].map(|channel| value(x, y, channel)));
    Picture::from_rgb(picture.width(), picture.height(), pixels.collect()).expect("whole")
}

fn score(reference: &Picture, shown: &Picture) -> f64 {
    compute_frame_ssimulacra2(linear(reference), linear(shown)).expect("two pictures of one size")
}

fn linear(picture: &Picture) -> Rgb {
    let pixels =
        picture.pixels().as_chunks::<3>().0.iter().map(|rgb| rgb.map(|value| f32::from(value) / 255.0));
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    Rgb::new(pixels.collect(), width, height, TransferCharacteristic::SRGB, ColorPrimaries::BT709)
        .expect("whole")
}

fn cpu_time() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), now.tv_nsec.unsigned_abs() as u32)
}
