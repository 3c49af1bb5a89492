//! Converts stills for screens that are brighter than paper (HDR), in PQ or HLG (ITU-R BT.2100), to sRGB.
//! Invariant: light up to that of paper stays nearly as it is, and middle gray stays in the middle; only brighter light is
//! compressed.

use moxcms::{CmsError, TransformExecutor};

use crate::colour::Layout;
use crate::colours::Colours;

/// In candela per square metre: a sheet of paper (ITU-R BT.2408, 2.1), and below it HLG's brightest pixel.
const PAPER: f32 = 203.0;
const HLG_PEAK: f32 = 1_000.0;
/// Light up to this share of paper's is not changed; paper itself becomes 242 of 255.
const KEPT: f32 = 0.7;

/// Matrices from linear light of these primaries to sRGB's (ITU-R BT.2087 and similar, from the chromaticities of H.273).
const OF_REC_2020: [[f32; 3]; 3] =
    [[1.660_49, -0.587_64, -0.072_85], [-0.124_55, 1.132_9, -0.008_35], [-0.018_15, -0.100_58, 1.118_73]];
const OF_DISPLAY_P3: [[f32; 3]; 3] =
    [[1.224_94, -0.224_94, 0.0], [-0.042_06, 1.042_06, 0.0], [-0.019_64, -0.078_64, 1.098_28]];
const OF_SRGB: [[f32; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// The luminance of each of Rec. 2020's primaries.
const BRIGHTNESS: [f32; 3] = [0.2627, 0.678, 0.0593];

const LEVELS: usize = 4_096;

pub(crate) struct HdrToSrgb {
    channels: usize,
    /// The light of each 8-bit value: for PQ in multiples of paper's, for HLG the scene's light, 0 to 1.
    light: [f32; 256],
    is_hlg: bool,
    primaries: [[f32; 3]; 3],
    /// The sRGB value of each step of linear light.
    levels: Vec<u8>,
}

/// `None` unless the codes (ITU-T H.273: primaries, transfer) mean HDR.
pub(crate) fn to_srgb((primaries, transfer): (u8, u8), layout: Layout) -> Option<(HdrToSrgb, Colours)> {
    let is_hlg = match transfer {
        16 => false,
        18 => true,
        _ => return None,
    };
    let channels = match layout {
        Layout::Gray | Layout::Rgb => layout.channels(),
        _ => return None,
    };
    let (primaries, colours) = match primaries {
        9 => (OF_REC_2020, Colours::Rec2020),
        12 => (OF_DISPLAY_P3, Colours::DisplayP3),
        _ => (OF_SRGB, Colours::OtherRgb),
    };
    let light = std::array::from_fn(|value| {
        let value = value as f32 / 255.0;
        if is_hlg { hlg_light(value) } else { pq_light(value) / PAPER }
    });
    let levels = (0..LEVELS).map(|step| srgb(step as f32 / (LEVELS - 1) as f32)).collect();
    let colours = if layout == Layout::Gray { Colours::Gray } else { colours };
    Some((HdrToSrgb { channels, light, is_hlg, primaries, levels }, colours))
}

/// ITU-R BT.2100, table 4, in candela per square metre.
fn pq_light(value: f32) -> f32 {
    const M1: f32 = 2610.0 / 16384.0;
    const M2: f32 = 2523.0 / 32.0;
    const C1: f32 = 3424.0 / 4096.0;
    const C2: f32 = 2413.0 / 128.0;
    const C3: f32 = 2392.0 / 128.0;
    let root = value.powf(1.0 / M2);
    10_000.0 * ((root - C1).max(0.0) / (C2 - C3 * root)).powf(1.0 / M1)
}

/// ITU-R BT.2100, table 5: the inverse OETF.
fn hlg_light(value: f32) -> f32 {
    const A: f32 = 0.178_832_77;
    const B: f32 = 0.284_668_92;
    const C: f32 = 0.559_910_7;
    if value <= 0.5 { value * value / 3.0 } else { (((value - C) / A).exp() + B) / 12.0 }
}

/// IEC 61966-2-1.
fn srgb(light: f32) -> u8 {
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round() as u8
}

/// Compresses light above `KEPT`, so that it approaches 1 as it gets brighter.
fn rolled_off(light: f32) -> f32 {
    let room = 1.0 - KEPT;
    if light <= KEPT { light } else { KEPT + room * (1.0 - ((KEPT - light) / room).exp()) }
}

impl HdrToSrgb {
    fn pixel(&self, stored: [u8; 3]) -> [u8; 3] {
        let mut light = stored.map(|value| self.light[usize::from(value)]);
        if self.is_hlg {
            // The screen's own curve (BT.2100, table 5: OOTF), by the pixel's brightness, so that no hue changes.
            let bright: f32 = light.iter().zip(BRIGHTNESS).map(|(light, share)| light * share).sum();
            light = light.map(|light| light * bright.powf(0.2) * HLG_PEAK / PAPER);
        }
        let [r, g, b] = light;
        let light = self.primaries.map(|row| (row[0] * r + row[1] * g + row[2] * b).max(0.0));
        let lightest = light.into_iter().fold(f32::EPSILON, f32::max);
        let scale = rolled_off(lightest) / lightest;
        light.map(|light| self.levels[((light * scale * (LEVELS - 1) as f32 + 0.5) as usize).min(LEVELS - 1)])
    }
}

impl TransformExecutor<u8> for HdrToSrgb {
    fn transform(&self, from: &[u8], to: &mut [u8]) -> Result<(), CmsError> {
        for (from, to) in from.chunks_exact(self.channels).zip(to.as_chunks_mut::<3>().0) {
            *to = self.pixel(match *from {
                [red, green, blue] => [red, green, blue],
                _ => [from[0]; 3],
            });
        }
        Ok(())
    }
}
