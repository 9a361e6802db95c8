package io.zaigang.domain.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the installation is run, as far as the administrator decides it on the page: changed and
 * taken back like everything else of the plan.
 *
 * @param keepDays days that footage is kept; null where the recorder's own option decides
 * @param taughtHead whether a head that the site taught the phone stage is used, if there is one
 */
public record OperationSettings(@Nullable Integer keepDays, boolean taughtHead) {

  /** What 公共安全视频图像信息系统管理条例 asks for at least. */
  public static final int FEWEST_DAYS = 30;

  /** Ten years; more is a slip of the finger. */
  public static final int MOST_DAYS = 3650;

  /** Where the plan says nothing. */
  public static final OperationSettings DEFAULT = new OperationSettings(null, true);

  /** Days that footage is kept; empty where the recorder's own option decides. */
  public Optional<Integer> kept() {
    return Optional.ofNullable(keepDays);
  }
}
