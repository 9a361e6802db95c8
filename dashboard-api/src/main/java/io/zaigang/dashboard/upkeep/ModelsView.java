package io.zaigang.dashboard.upkeep;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which models the job judges, and how it does.
 *
 * @param since since when it has judged by these; null where the job has not said
 * @param models each in its role
 * @param taughtHead what the site taught the phone stage; null where nothing was
 * @param selfTest the last run over known footage; null where there was none
 * @param cameras what the job reported of each camera in the last hour
 */
record ModelsView(
    @Nullable OffsetDateTime since,
    List<ModelAtWork> models,
    @Nullable TaughtHeadView taughtHead,
    @Nullable SelfTestView selfTest,
    List<CameraReport> cameras) {

  ModelsView {
    models = List.copyOf(models);
    cameras = List.copyOf(cameras);
  }

  /**
   * A model.
   *
   * @param role detector, cropDetector or pose; empty where the job did not say
   * @param input width and height of its input, {@code 416x416}
   */
  record ModelAtWork(
      String role, String id, String family, String sha256, String input, String licence) {}

  /**
   * A head that the site taught.
   *
   * @param inUse false where the settings switch it off
   * @param gain by how much the log loss of an incident fell on days it was not taught on
   * @param gainError standard error of the gain
   */
  record TaughtHeadView(
      String sha256,
      boolean inUse,
      int confirmed,
      int dismissed,
      int days,
      double gain,
      double gainError) {}

  /**
   * Known footage through the real models.
   *
   * @param well true where the answer was what it was when the footage was chosen
   * @param detections lines compared
   * @param changedDetections lines that differ
   */
  record SelfTestView(
      OffsetDateTime at,
      boolean well,
      int detections,
      int incidents,
      int changedDetections,
      int changedIncidents) {}

  /**
   * What the job told of a camera within the last hour.
   *
   * @param newest time of the newest picture judged
   * @param pictures how many were judged
   * @param blind how many of them were of no use
   */
  record CameraReport(String cameraId, @Nullable OffsetDateTime newest, int pictures, int blind) {}
}
