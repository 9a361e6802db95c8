package io.zaigang.dashboard.evidence;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.ingest.footage.FootageLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where evidence lies: {@code DIR/evidence/<incident>/<camera>.mp4} and beside it. */
@Component
class EvidenceFiles {

  private final Path root;

  EvidenceFiles(ZaigangSettings settings) {
    root = settings.dataDir().resolve("evidence");
  }

  /** The folder of all evidence; the chain of all manifests is in it. */
  Path root() {
    return root;
  }

  /** The folder of one incident: of its id where that can name one, else of a sum of it. */
  Path folder(String incidentId) {
    return root.resolve(
        FootageLog.isCameraId(incidentId)
            ? incidentId
            : UUID.nameUUIDFromBytes(incidentId.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** A camera's clip; its manifest is beside it. */
  Path plain(String incidentId, String cameraId) {
    return folder(incidentId).resolve(cameraId + ".mp4");
  }

  /** The rendition with burnt-in place, time and zones; no camera id holds a dot. */
  Path marked(String incidentId, String cameraId) {
    return folder(incidentId).resolve(cameraId + ".marked.mp4");
  }
}
