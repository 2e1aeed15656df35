/// URLs and what is asked for instead of them.
enum VariantTable {
  struct Line {
    let url: String
    let side: Int
    let variant: String?
  }

  /// One URL, and its variants for several sides; the part that changes stands for `*`.
  private static func lines(_ url: String, _ own: String, _ variants: KeyValuePairs<Int, String?>)
    -> [Line]
  {
    variants.map { side, variant in
      Line(
        url: url.replacing("*", with: own), side: side,
        variant: variant.map { url.replacing("*", with: $0) })
    }
  }

  static let lines = iNaturalist + flickr + wikimedia + imageServices + others

  private static let openData = "https://inaturalist-open-data.s3.amazonaws.com/photos/31610070/*"

  private static let iNaturalist =
    lines(
      openData, "original.jpg",
      [
        1: "thumb.jpg", 100: "thumb.jpg", 101: "small.jpg", 240: "small.jpg", 241: "medium.jpg",
        500: "medium.jpg", 501: "large.jpg", 1024: "large.jpg", 1025: nil, 65536: nil,
      ])
    + lines(openData, "large.jpeg", [500: "medium.jpeg", 501: nil, 1024: nil])
    + lines(openData, "medium.JPG", [240: "small.JPG", 241: nil, 500: nil])
    + lines(openData, "thumb.jpg", [16: nil, 100: nil])
    + lines(openData, "original.jpeg?1587691263", [1024: "large.jpeg?1587691263"])
    + lines("https://static.inaturalist.org/photos/7/*.png?123", "original", [300: "medium"])
    + lines("HTTPS://Static.iNaturalist.ORG:443/photos/7/*.jpg", "original", [300: "medium"])
    + lines("http://static.inaturalist.org/photos/7/*.gif", "original", [300: "medium"])

  private static let flickr =
    lines(
      "https://live.staticflickr.com/65535/12502775644_acfd415fa7*.jpg", "_b",
      [
        100: "_t", 240: "_m", 320: "_n", 321: "_w", 500: "", 501: "_z", 640: "_z", 641: "_c",
        800: "_c", 801: nil, 1024: nil,
      ])
    + lines("https://live.staticflickr.com/7372/12_ac*.jpg", "", [64: "_t", 400: "_w", 401: nil])
    + lines("https://live.staticflickr.com/7372/12_ac*.png", "_z", [400: "_w", 500: "", 640: nil])
    + lines("http://farm1.staticflickr.com/2/1418878_1e92283336*.jpg", "_b", [640: "_z"])
    + lines("http://farm66.static.flickr.com/2/1418878_1e92283336*.jpg?v=0", "_b", [640: "_z"])
    + lines("https://c1.staticflickr.com/9/8890/17171767930_3a7a2b430c*.jpg", "_b", [640: "_z"])

  private static let commons = "https://upload.wikimedia.org/wikipedia/commons/"

  private static let wikimedia =
    lines(
      commons + "*", "a/ab/Salmo_trutta.jpg",
      [
        16: "thumb/a/ab/Salmo_trutta.jpg/20px-Salmo_trutta.jpg",
        500: "thumb/a/ab/Salmo_trutta.jpg/500px-Salmo_trutta.jpg",
        1024: "thumb/a/ab/Salmo_trutta.jpg/1280px-Salmo_trutta.jpg",
        3840: "thumb/a/ab/Salmo_trutta.jpg/3840px-Salmo_trutta.jpg", 3841: nil,
      ])
    + lines(commons + "*", "0/0a/%C3%89.JPG", [900: "thumb/0/0a/%C3%89.JPG/960px-%C3%89.JPG"])
    + lines(commons + "*", "0/0a/\u{c9}.JPG", [900: "thumb/0/0a/\u{c9}.JPG/960px-\u{c9}.JPG"])
    + lines(commons + "*", "0/0a/x.tif", [960: "thumb/0/0a/x.tif/lossy-page1-960px-x.tif.jpg"])
    + lines(commons + "*", "0/0a/x.svg", [960: "thumb/0/0a/x.svg/960px-x.svg.png"])
    + lines(
      commons + "thumb/a/ab/C_100px-x.jpg/*px-C_100px-x.jpg", "2000",
      [300: "330", 1024: "1280", 1920: "1920", 1921: nil])
    + lines(commons + "thumb/a/ab/x.tif/lossy-page1-*px-x.tif.jpg", "1280", [960: "960", 961: nil])
    + lines(commons + "thumb/a/ab/x.svg/langde-*px-x.svg.png", "1280", [960: "960"])
    + lines(
      "http://upload.wikimedia.org/wikipedia/en/*", "a/ab/x.png", [9: "thumb/a/ab/x.png/20px-x.png"]
    )
    + lines(
      "https://commons.wikimedia.org/wiki/Special:FilePath/Wels%20\u{e9}.jpg*", "",
      [1000: "?width=1280", 3841: nil])
    + lines(
      "http://commons.wikimedia.org/wiki/Special%3AFilePath/A.tif*", "?width=1000",
      [960: "?width=960", 961: nil])
    + lines(
      "https://commons.wikimedia.org/wiki/Special:Redirect/file/A.svg*", "?width=3000",
      [1000: "?width=1280"])

  private static let imageServices =
    lines(
      "https://a.example/iiif/2/x%2Fy:z/full/*/0/default.jpg", "full",
      [16: "!16,16", 1024: "!1024,1024"])
    + lines("http://a.example:8182/x/full/*/!90/native.tif", "max", [65536: "!65536,65536"])
    + lines(
      "https://quod.lib.umich.edu/cgi/i/image/api/image/h:1/full/*/0/native.jpg", "res:0",
      [512: "!512,512"])
    + lines(
      "https://a.example/x/full/*/0/default.jpg?k=v", "!800,800",
      [799: "!799,799", 800: nil, 801: nil])
    + lines("https://a.example/x/full/*/22.5/gray.png", "!800,600", [600: "!600,600", 601: nil])
    + lines("https://127.0.0.1/x/full/*/0/color.webp#here", "full", [5: "!5,5"]).map {
      Line(url: $0.url, side: $0.side, variant: $0.variant?.replacing("#here", with: ""))
    }

  private static let others =
    lines(
      "https://ids.lib.harvard.edu/ids/view/50784373?*", "width=3000&height=3000",
      [1024: "width=1024&height=1024", 2399: "width=2399&height=2399", 2400: nil, 2500: nil])
    + lines(
      "http://ids.lib.harvard.edu/ids/view/5?*", "height=675",
      [500: "width=500&height=500", 675: nil, 800: nil])
    + lines("http://ids.lib.harvard.edu/ids/view/5?*", "width=400&height=3000", [500: nil])
    + lines("https://bs.plantnet.org/image/*/79650ed29001d587", "o", [300: "m", 301: nil])
    + lines("https://bs.plantnet.org/v1/image/*/79650ed29001d587", "o", [300: "m"])
    + [
      Line(
        url: " \thttp://a.example/i/full/max/0/default.jpg \n", side: 9,
        variant: "http://a.example/i/full/!9,9/0/default.jpg")
    ]
}
