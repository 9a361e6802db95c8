package io.zaigang.domain.spotcheck;

/** The list of the regulation that a checker goes through: 《工作人员行为规范》. */
public enum CheckItem {
  ATTENDANCE("考勤"),
  ATTITUDE("态度"),
  DRESS("着装"),
  APPEARANCE("仪表"),
  HYGIENE("卫生"),
  RULES("制度");

  private final String words;

  CheckItem(String words) {
    this.words = words;
  }

  /** The hall's own word for it. */
  public String words() {
    return words;
  }
}
