package io.zaigang.job.sink.dashboard;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.job.dashboard.DashboardAddress;
import io.zaigang.job.json.ContractJson;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Delivers one kind of object to the dashboard, at least once and in order; what is not delivered
 * yet is part of every checkpoint. Use with parallelism 1.
 */
public final class DashboardSink<T> extends AsyncSinkBase<T, Delivery> {

  private static final long serialVersionUID = 1;

  private final DashboardAddress address;
  private final DeliverySettings settings;
  private final String what;
  private final Superseding superseding;

  private DashboardSink(
      DashboardAddress address,
      DeliverySettings settings,
      String what,
      Superseding superseding,
      ElementConverter<T, Delivery> converter) {
    super(
        converter,
        DeliverySettings.LARGEST_BATCH,
        1,
        settings.mostWaiting(),
        DeliverySettings.LARGEST_REQUEST_BYTES,
        1,
        DeliverySettings.LARGEST_REQUEST_BYTES);
    this.address = address;
    this.settings = settings;
    this.what = what;
    this.superseding = superseding;
  }

  /** Every version of every incident. */
  public static DashboardSink<Incident> incidents(
      DashboardAddress address, DeliverySettings settings, ContractJson json) {
    return new DashboardSink<>(
        address,
        settings,
        "incidents",
        Superseding.KEEP_ALL,
        (incident, context) -> new Delivery(incident.id(), json.incident(incident)));
  }

  /** Every minute of every window. */
  public static DashboardSink<OccupancyMinute> occupancy(
      DashboardAddress address, DeliverySettings settings, ContractJson json) {
    return new DashboardSink<>(
        address,
        settings,
        "occupancy",
        Superseding.KEEP_ALL,
        (minute, context) ->
            new Delivery(minute.windowId() + "@" + minute.minute(), json.occupancy(minute)));
  }

  /** How windows are staffed now: what was so before is of no interest any more. */
  public static DashboardSink<WindowPresence> presence(
      DashboardAddress address, DeliverySettings settings, ContractJson json) {
    return new DashboardSink<>(
        address,
        settings,
        "presence",
        Superseding.KEEP_NEWEST,
        (presence, context) -> new Delivery(presence.windowId(), json.presence(presence)));
  }

  /** Every frame: for drawing zones over, and for trying other settings on. */
  public static DashboardSink<FrameDetections> detections(
      DashboardAddress address, DeliverySettings settings, ContractJson json) {
    return new DashboardSink<>(
        address,
        settings,
        "detections",
        Superseding.KEEP_ALL,
        (frame, context) -> new Delivery(frame.cameraId() + "@" + frame.at(), json.frame(frame)));
  }

  @Override
  public DashboardWriter<T> createWriter(WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public DashboardWriter<T> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<Delivery>> recovered) {
    return new DashboardWriter<>(
        what,
        new DashboardClient(address, what),
        settings,
        getElementConverter(),
        context,
        recovered,
        new Outbox(superseding));
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<Delivery>> getWriterStateSerializer() {
    return new DeliveryStateSerializer();
  }
}
