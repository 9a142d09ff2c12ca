import HanText

/// The style and the script of the page, and what names them to its security policy.
///
/// The policy allows these two by their digest and nothing else: no network, no other script. A
/// test compares the digests with the files and tells the new one where a file was changed.
enum PageAssets {
  static let styleDigest: StaticString = "sha256-WWc637YCp9IfY/AOzcnOBXHP+LW/Z5J7gq6gdVSNBaE="
  static let scriptDigest: StaticString = "sha256-9AHZEq/g0uNMC/KjqxsIK7R9S4GjXDHlVaV1TjXny0s="

  static var style: UnsafeRawBufferPointer { EmbeddedData.reportStyle }
  static var script: UnsafeRawBufferPointer { EmbeddedData.reportScript }
}
