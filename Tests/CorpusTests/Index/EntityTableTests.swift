import Testing

@testable import Corpus

/// Names and their numbers.
@Suite struct EntityTableTests {
  private func number(
    _ table: inout EntityTable, _ type: EntityType, _ name: String
  ) -> Int {
    var name = name
    return name.withUTF8 { table.number(type, $0) }
  }

  @Test func aNameHasOneNumberATypeAndComesBack() {
    var table = EntityTable()
    #expect(number(&table, .person, "林小禾") == 0)
    #expect(number(&table, .place, "林小禾") == 1)
    #expect(number(&table, .institution, "雨城市教育局") == 2)
    #expect(number(&table, .person, "林小禾") == 0)
    #expect(table.count == 3)
    #expect(table.key(of: 2) == EntityKey(type: .institution, name: "雨城市教育局"))
    #expect(table.number(of: EntityKey(type: .place, name: "林小禾")) == 1)
    #expect(table.number(of: EntityKey(type: .policy, name: "林小禾")) == nil)
    #expect(table.number(of: EntityKey(type: .person, name: "林小")) == nil)
  }

  @Test func manyNamesAreToldApartAndSorted() {
    var table = EntityTable()
    // Names that share beginnings, of lengths around the eight bytes that are hashed at a time.
    let names = (0..<5000).map { String(repeating: "校", count: $0 % 4) + "\($0 * 7919 % 5003)" }
    for (i, name) in names.enumerated() { #expect(number(&table, .institution, name) == i) }
    for (i, name) in names.enumerated() { #expect(number(&table, .institution, name) == i) }
    #expect(number(&table, .person, "甲") == 5000)
    let sorted = table.sorted().map { table.key(of: $0).name }
    #expect(
      sorted == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + ["甲"])
  }

  @Test(arguments: EntityType.allCases)
  func typesAreReadFromTheirNames(type: EntityType) {
    var name = type.rawValue
    #expect(name.withUTF8 { EntityType(utf8: $0) } == type)
    #expect(EntityType.allCases[type.number] == type)
  }

  @Test(arguments: ["figure", "date", "", "persons"])
  func otherTypesAreNone(name: String) {
    var name = name
    #expect(name.withUTF8 { EntityType(utf8: $0) } == nil)
  }
}
