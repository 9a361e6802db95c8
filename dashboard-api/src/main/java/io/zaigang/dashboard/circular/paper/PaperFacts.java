package io.zaigang.dashboard.circular.paper;

import io.zaigang.domain.circular.CircularFigures;
import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.Correction;
import java.time.LocalDate;
import java.util.List;

/**
 * What a circular's paper is made of.
 *
 * @param issuer 发文机关
 * @param number 文号
 * @param issueDate 成文日期
 * @param status DRAFT and version are said on the paper
 * @param demands 工作要求; empty for none
 */
public record PaperFacts(
    CircularInputs inputs,
    CircularFigures figures,
    List<Correction> corrections,
    String issuer,
    String number,
    LocalDate issueDate,
    int version,
    Status status,
    String demands,
    List<String> sendTo,
    List<String> copyTo,
    String basis) {

  /** Whether it may be sent. */
  public enum Status {
    DRAFT,
    SIGNED
  }

  public PaperFacts {
    corrections = List.copyOf(corrections);
    sendTo = List.copyOf(sendTo);
    copyTo = List.copyOf(copyTo);
  }
}
