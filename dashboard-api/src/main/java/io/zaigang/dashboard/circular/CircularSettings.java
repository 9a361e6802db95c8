package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.domain.circular.EscalationPolicy;
import io.zaigang.domain.circular.EscalationSpan;
import io.zaigang.domain.circular.OffenceKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the hall decides about its circulars, under {@code zaigang.circular.}.
 *
 * @param issuer 发文机关; null for the hall's name
 * @param numberPrefix 机关代字 of the document number: 政务通报〔2026〕10号
 * @param draftBeforeWeekEnd how long before Sunday 24:00 the draft is there
 * @param span over which offences count together
 * @param kinds which offences count; null for all but what checks find
 * @param sendTo 主送
 * @param copyTo 抄送
 * @param basis the hall's own rules, as the text names them
 */
@ConfigurationProperties("zaigang.circular")
record CircularSettings(
    @Nullable String issuer,
    @DefaultValue("政务通报") String numberPrefix,
    @DefaultValue("PT2H") Duration draftBeforeWeekEnd,
    @DefaultValue("CALENDAR_YEAR") EscalationSpan span,
    @Nullable Set<OffenceKind> kinds,
    @DefaultValue({"局机关各股室", "各窗口", "各窗口主管单位"}) List<String> sendTo,
    @DefaultValue({"县纪委监委", "县效能办", "县优化营商环境办"}) List<String> copyTo,
    @DefaultValue("《政务服务中心日常管理制度》《政务服务中心工作人员行为规范》") String basis) {

  CircularSettings {
    if (draftBeforeWeekEnd.isNegative() || draftBeforeWeekEnd.compareTo(Duration.ofDays(1)) > 0) {
      throw new StartupProblem(
          "zaigang.circular.draft-before-week-end must be PT0S to PT24H, not "
              + draftBeforeWeekEnd);
    }
    sendTo = List.copyOf(sendTo);
    copyTo = List.copyOf(copyTo);
  }

  EscalationPolicy policy() {
    return new EscalationPolicy(
        span, kinds == null ? EscalationPolicy.DEFAULT.kinds() : new TreeSet<>(kinds));
  }
}
