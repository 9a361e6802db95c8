package io.zaigang.domain.circular;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything a circular is counted from; frozen when it is signed. Lists are in a fixed order, so
 * that the same facts make the same text.
 *
 * @param windows of the site plan, in plan order
 * @param offences of the week
 * @param earlier offences of earlier weeks that may still count
 * @param corrections of circulars that were published before
 */
public record CircularInputs(
    CircularWeek week,
    ZoneId zone,
    EscalationPolicy policy,
    List<CircularWindow> windows,
    List<Offence> offences,
    List<EarlierOffence> earlier,
    List<Correction> corrections) {

  public CircularInputs {
    windows = List.copyOf(windows);
    offences = offences.stream().sorted(Offence.IN_ORDER).toList();
    earlier =
        earlier.stream()
            .sorted(
                Comparator.comparing(EarlierOffence::countedAt).thenComparing(EarlierOffence::id))
            .toList();
    corrections = List.copyOf(corrections);
    Set<String> ids = new HashSet<>();
    for (Offence offence : offences) {
      if (!week.holds(offence.countedAt(), zone)) {
        throw new IllegalArgumentException(
            "Offence " + offence.id() + " of " + offence.countedAt() + " is not of week " + week);
      }
      if (!ids.add(offence.id())) {
        throw new IllegalArgumentException("Offence " + offence.id() + " is there twice");
      }
    }
  }

  /** Windows by id, in plan order. */
  public Map<String, CircularWindow> windowsById() {
    return windows.stream()
        .collect(toMap(CircularWindow::id, w -> w, (a, b) -> a, LinkedHashMap::new));
  }
}
