package io.zaigang.dashboard.sheet;

/**
 * A column of a list, found by its title.
 *
 * @param title as the template has it
 * @param example a value, for the template's second sheet
 */
public record SheetColumn(String title, Need need, Form form, String example) {

  /** Whether every row needs a value. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  /** What the values look like. */
  public enum Form {
    TEXT,
    DATE,
    DATE_TIME
  }

  public static SheetColumn required(String title, Form form, String example) {
    return new SheetColumn(title, Need.REQUIRED, form, example);
  }

  public static SheetColumn optional(String title, Form form, String example) {
    return new SheetColumn(title, Need.OPTIONAL, form, example);
  }

  boolean isRequired() {
    return need == Need.REQUIRED;
  }
}
