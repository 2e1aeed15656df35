import Images
import Testing

/// Which profiles are those of sRGB, and where they stand in a JPEG.
struct ColourProfileTests {
  private static let profiles: [(bytes: [UInt8], isSRGB: Bool)] = [
    (Profile.colours(Profile.sRGB, Profile.curve(1024)), true),
    (Profile.colours(Profile.sRGB, Profile.curve(4096)), true),
    (Profile.colours(Profile.sRGB, Profile.parametric), true),
    // An exponent of 2.2 makes what is dark lighter.
    (Profile.colours(Profile.sRGB, Profile.exponent(2.2)), false),
    (Profile.colours(Profile.sRGB, Profile.exponent(1)), false),
    (Profile.colours(Profile.adobe, Profile.exponent(2.199_218_75)), false),
    (Profile.colours(Profile.adobe, Profile.curve(1024)), false),
    (Profile.profile("GRAY", [("kTRC", Profile.curve(1024))]), false),
    (Profile.profile("RGB ", []), false),
    ([], false),
  ]

  @Test(arguments: profiles.indices)
  func `a profile is that of sRGB if nothing looks different with it`(index: Int) {
    let (bytes, isSRGB) = Self.profiles[index]
    #expect(ColourProfile(bytes).isSRGB == isSRGB)
  }

  @Test func `no part of a profile traps, nor counts as whole`() {
    let whole = Profile.colours(Profile.sRGB, Profile.curve(1024))
    #expect(ColourProfile(whole).isValid(samples: 3))
    #expect(!ColourProfile(whole).isValid(samples: 1))
    #expect(!ColourProfile(whole).isValid(samples: 4))
    for count in 0..<whole.count {
      let part = ColourProfile(Array(whole[..<count]))
      #expect(!part.isValid(samples: 3))
      if count < 400 { #expect(!part.isSRGB) }
    }
  }

  @Test func `a profile in pieces is put together by their numbers`() throws {
    let profile = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var jpeg = try drawn("salmo-salar-01.jpg")
    #expect(JPEGProfile.bytes(in: jpeg.span) == nil)
    let pieces = [profile[..<400], profile[400..<401], profile[401...]]
    for number in [1, 3, 2] {
      #expect(JPEGProfile.bytes(in: jpeg.span) == nil)
      let content = Array("ICC_PROFILE\0".utf8) + [UInt8(number), 3] + pieces[number - 1]
      jpeg = Encoder.jpeg(jpeg, with: 0xE2, content)
    }
    #expect(JPEGProfile.bytes(in: jpeg.span) == profile)
  }
}
