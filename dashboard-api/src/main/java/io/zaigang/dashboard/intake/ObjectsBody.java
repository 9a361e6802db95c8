package io.zaigang.dashboard.intake;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a call that takes a {@link Batch}, for the OpenAPI file. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
    required = true,
    description =
        "A JSON array of objects as the job writes them to its files. Items that can never be taken are"
            + " named in a 400 (`refused`: index and problems); the good ones are stored all the same.",
    content =
        @Content(
            mediaType = "application/json",
            array = @ArraySchema(schema = @Schema(type = "object"), maxItems = Batch.MOST_ITEMS)))
@ApiResponse(
    responseCode = "200",
    description = "Everything is stored",
    content =
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = IntakeAnswer.class)))
public @interface ObjectsBody {}
