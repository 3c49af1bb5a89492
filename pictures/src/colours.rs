//! Names for a file's colours, for reports. Invariant: a fixed list of our names, never text from the file.

use moxcms::{ColorProfile, DataColorSpace, Xyzd};
use serde::{Deserialize, Serialize};

/// An RGB profile is recognised by its primaries, not by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Colours {
    /// Declared as sRGB, assumed because there is no profile, or equal to sRGB except for rounding.
    Srgb,
    DisplayP3,
    AdobeRgb,
    ProPhoto,
    Rec2020,
    OtherRgb,
    /// A profile that can't be read, or isn't for RGB: the colours were treated as sRGB.
    Unusable,
    Gray,
    Cmyk,
}

/// Profiles are rounded to 16 bits, and adapted to D50 in slightly different ways.
const ALIKE: f64 = 0.004;

impl Colours {
    pub const ALL: [Colours; 9] = [
        Self::Srgb,
        Self::DisplayP3,
        Self::AdobeRgb,
        Self::ProPhoto,
        Self::Rec2020,
        Self::OtherRgb,
        Self::Unusable,
        Self::Gray,
        Self::Cmyk,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Srgb => "sRGB",
            Self::DisplayP3 => "Display P3",
            Self::AdobeRgb => "Adobe RGB (1998)",
            Self::ProPhoto => "ProPhoto RGB",
            Self::Rec2020 => "Rec. 2020",
            Self::OtherRgb => "another RGB profile",
            Self::Unusable => "a profile that can't be used",
            Self::Gray => "gray",
            Self::Cmyk => "CMYK",
        }
    }

    pub(crate) fn of(profile: &ColorProfile) -> Colours {
        match profile.color_space {
            DataColorSpace::Gray => return Self::Gray,
            DataColorSpace::Cmyk => return Self::Cmyk,
            _ => {}
        }
        let known = [
            (Self::DisplayP3, ColorProfile::new_display_p3()),
            (Self::AdobeRgb, ColorProfile::new_adobe_rgb()),
            (Self::ProPhoto, ColorProfile::new_pro_photo_rgb()),
            (Self::Rec2020, ColorProfile::new_bt2020()),
        ];
        let like =
            |other: &ColorProfile| primaries(profile).zip(primaries(other)).all(|(a, b)| is_near(a, b));
        known.iter().find(|(_, one)| like(one)).map_or(Self::OtherRgb, |(name, _)| *name)
    }
}

fn primaries(profile: &ColorProfile) -> std::array::IntoIter<Xyzd, 3> {
    [profile.red_colorant, profile.green_colorant, profile.blue_colorant].into_iter()
}

fn is_near(one: Xyzd, other: Xyzd) -> bool {
    [(one.x, other.x), (one.y, other.y), (one.z, other.z)].iter().all(|(a, b)| (a - b).abs() < ALIKE)
}
