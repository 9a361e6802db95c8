package io.zaigang.dashboard.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the OpenAPI file what our records promise: every component is there, and only one marked
 * {@code @Nullable} may be null. So the generated client needs no guessing.
 */
@Component
class RecordSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    JavaType javaType = Json.mapper().constructType(type.getType());
    if (schema != null && javaType != null && javaType.getRawClass().isRecord()) {
      Schema<?> model = definition(schema, context);
      if (model != null && model.getProperties() != null) {
        complete(model, javaType.getRawClass());
      }
    }
    return schema;
  }

  @Override
  public boolean isOpenapi31() {
    return true;
  }

  private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void complete(Schema<?> model, Class<?> record) {
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      Map<String, ?> properties = model.getProperties();
      if (!properties.containsKey(component.getName())) {
        continue;
      }
      required.add(component.getName());
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        allowNull(model, component.getName());
      }
    }
    model.setRequired(required);
  }

  @SuppressWarnings("unchecked")
  private static void allowNull(Schema<?> model, String name) {
    Schema<Object> property =
        Objects.requireNonNull((Schema<Object>) model.getProperties().get(name));
    if (property.get$ref() != null) {
      Schema<Object> either = new Schema<>();
      either.setOneOf(List.of(new Schema<>().$ref(property.get$ref()), nothing()));
      ((Map<String, Schema<?>>) (Map<?, ?>) model.getProperties()).put(name, either);
    } else {
      Set<String> types = new LinkedHashSet<>();
      if (property.getTypes() != null) {
        types.addAll(property.getTypes());
      } else if (property.getType() != null) {
        types.add(property.getType());
      }
      types.add("null");
      property.setTypes(types);
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        List<Object> values = new ArrayList<>(property.getEnum());
        values.add(null);
        property.setEnum(values);
      }
    }
  }

  private static Schema<Object> nothing() {
    Schema<Object> schema = new Schema<>();
    schema.setTypes(Set.of("null"));
    return schema;
  }
}
