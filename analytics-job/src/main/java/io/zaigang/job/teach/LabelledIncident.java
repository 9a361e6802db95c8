package io.zaigang.job.teach;

import io.zaigang.models.teach.JudgedIncident.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * A phone incident with what people made of it.
 *
 * @param postIds where the person sat
 * @param cameraIds who saw it
 * @param from begin
 * @param to end
 */
record LabelledIncident(
    String id,
    List<String> postIds,
    List<String> cameraIds,
    Instant from,
    Instant to,
    Verdict verdict) {

  LabelledIncident {
    postIds = List.copyOf(postIds);
    cameraIds = List.copyOf(cameraIds);
  }
}
