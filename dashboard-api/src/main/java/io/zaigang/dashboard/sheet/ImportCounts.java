package io.zaigang.dashboard.sheet;

/** What an import did, or would do. */
public record ImportCounts(int added, int changed, int unchanged) {

  public static final ImportCounts NONE = new ImportCounts(0, 0, 0);

  public ImportCounts plusAdded() {
    return new ImportCounts(added + 1, changed, unchanged);
  }

  public ImportCounts plusChanged() {
    return new ImportCounts(added, changed + 1, unchanged);
  }

  public ImportCounts plusUnchanged() {
    return new ImportCounts(added, changed, unchanged + 1);
  }
}
