import ArgumentParser

/// What is known of the folders beforehand. Not for `index`, where the text of a file may not depend on
/// its neighbours.
struct SiteOptions: ParsableArguments {
  @Flag(
    help: "The pages of a folder are of one site: what they share beside their articles goes too.")
  var sameSite = false
}
