package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Polygon;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code areas}. */
final class AreaReader {

  private final IdRegister cameraIds;
  private final IdRegister areaIds = new IdRegister("area");

  AreaReader(IdRegister cameraIds) {
    this.cameraIds = cameraIds;
  }

  @Nullable Area read(Field field) {
    MappingFields fields = field.mapping("id", "name", "kind", "camera", "polygon");
    if (fields == null) {
      return null;
    }
    String id = fields.required("id", areaIds::claim);
    String name = fields.required("name", Field::name);
    AreaKind kind = fields.required("kind", f -> f.oneOf(AreaKind.class));
    String camera = fields.required("camera", cameraIds::resolve);
    Polygon polygon = fields.required("polygon", PolygonReader::read);
    return id == null || name == null || kind == null || camera == null || polygon == null
        ? null
        : new Area(id, name, kind, camera, polygon);
  }
}
