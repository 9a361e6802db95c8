package io.zaigang.dashboard.intake;

import io.zaigang.dashboard.web.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON array that somebody sent, sorted into what can be taken and what never will be.
 *
 * @param taken good items, in order
 * @param refused bad ones, with everything that is wrong with each
 */
public record Batch<T>(List<T> taken, List<RefusedItem> refused) {

  /** Most items of one call; the job sends far fewer. */
  public static final int MOST_ITEMS = 5000;

  public Batch {
    taken = List.copyOf(taken);
    refused = List.copyOf(refused);
  }

  /**
   * Reads a body.
   *
   * @param read reads one item and notes its problems
   * @throws BadRequest when the body as a whole is no JSON array, or too long a one
   */
  public static <T> Batch<T> read(JsonMapper json, byte[] body, Function<ItemFields, T> read) {
    JsonNode array = parse(json, body);
    if (!array.isArray()) {
      throw new BadRequest("The body must be a JSON array");
    }
    if (array.size() > MOST_ITEMS) {
      throw new BadRequest(
          "The body holds " + array.size() + " items; send at most " + MOST_ITEMS + " at once");
    }
    List<T> taken = new ArrayList<>();
    List<RefusedItem> refused = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      ItemFields fields = new ItemFields(array.get(i));
      Optional<T> item = item(fields, read);
      if (item.isPresent()) {
        taken.add(item.get());
      } else {
        refused.add(new RefusedItem(i, fields.problems()));
      }
    }
    return new Batch<>(taken, refused);
  }

  private static <T> Optional<T> item(ItemFields fields, Function<ItemFields, T> read) {
    if (!fields.problems().isEmpty()) {
      return Optional.empty();
    }
    T item = read.apply(fields);
    return fields.problems().isEmpty() ? Optional.of(item) : Optional.empty();
  }

  private static JsonNode parse(JsonMapper json, byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw new BadRequest("The body is no JSON: " + e.getOriginalMessage());
    }
  }
}
