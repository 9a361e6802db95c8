package io.zaigang.dashboard.notify;

import io.zaigang.dashboard.incident.JudgedIncident;
import io.zaigang.dashboard.incident.JudgedIncidents;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.stream.ChangeNumbers;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.review.Standing;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts into the outbox what channels are to tell, once, however many copies of the dashboard run:
 * it reads the same numbered changes as the desks do and remembers how far.
 */
@Component
class OutboxFilling {

  /** What is found so long after it happened (a backfill, an hour of outage) rings no bell. */
  private static final Duration NEWS_FOR = Duration.ofMinutes(15);

  private static final int PAGE = 500;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final OutboxStore outbox;
  private final ChannelStore channels;
  private final JudgedIncidents incidents;
  private final ChangeNumbers numbers;
  private final SitePlans plans;
  private final Clock clock;

  OutboxFilling(
      OutboxStore outbox,
      ChannelStore channels,
      JudgedIncidents incidents,
      ChangeNumbers numbers,
      SitePlans plans,
      Clock clock) {
    this.outbox = outbox;
    this.channels = channels;
    this.incidents = incidents;
    this.numbers = numbers;
    this.plans = plans;
    this.clock = clock;
  }

  @Transactional
  public void fill() {
    long upTo = numbers.last();
    long reached = outbox.lockPosition();
    if (reached == upTo) {
      return;
    }
    List<Channel> open = channels.all().stream().filter(Channel::enabled).toList();
    long from = Math.min(reached, upTo); // a database put back to an earlier state begins anew
    while (!open.isEmpty() && from < upTo) {
      List<JudgedIncidents.Changed> changed = incidents.changedIn(from, upTo, PAGE);
      changed.forEach(one -> tell(open, one.incident()));
      from = changed.size() < PAGE ? upTo : changed.get(PAGE - 1).number();
    }
    outbox.movePosition(upTo);
  }

  private void tell(List<Channel> open, JudgedIncident judged) {
    Instant now = clock.instant();
    Optional<OutboxStore.News> news = news(judged, now);
    news.ifPresent(
        one ->
            open.stream()
                .filter(channel -> channel.topics().contains(one.topic()))
                .forEach(channel -> outbox.add(channel, one, now)));
  }

  private Optional<OutboxStore.News> news(JudgedIncident judged, Instant now) {
    Incident incident = judged.incident();
    Standing standing = judged.review().standing();
    if (standing == Standing.APPEALED) {
      return Optional.of(news(Topic.APPEAL, incident, "提出申诉，等待裁定"));
    }
    boolean fresh = incident.confirmedAt().isAfter(now.minus(NEWS_FOR));
    if (standing != Standing.UNREVIEWED || !fresh) {
      return Optional.empty();
    }
    return Optional.of(news(Topic.of(incident.type()), incident, "请到值守台查看"));
  }

  private OutboxStore.News news(Topic topic, Incident incident, String what) {
    SitePlan plan = plans.current().plan();
    String place = incident.windowId() != null ? incident.windowId() : incident.areaId();
    String since = CLOCK.format(incident.startedAt().atZone(plan.hall().timeZone()));
    String text =
        "%s %s，%s 起，%s"
            .formatted(
                nameOf(plan, incident.windowId(), incident.areaId()),
                Topic.of(incident.type()).title(),
                since,
                what);
    return new OutboxStore.News(topic, incident.id(), String.valueOf(place), text);
  }

  private static String nameOf(SitePlan plan, @Nullable String windowId, @Nullable String areaId) {
    return plan.windows().stream()
        .filter(window -> window.id().equals(windowId))
        .findFirst()
        .map(ServiceWindow::name)
        .or(
            () ->
                plan.areas().stream()
                    .filter(area -> area.id().equals(areaId))
                    .findFirst()
                    .map(area -> area.name()))
        .orElse(windowId == null ? "柜台内" : windowId);
  }
}
