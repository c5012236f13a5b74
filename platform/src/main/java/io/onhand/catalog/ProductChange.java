package io.onhand.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How a product shall become; what is absent stays.
 *
 * @param name its new name
 * @param variants all its variants as they shall be: known SKUs get this name and these barcodes,
 *     unknown ones are added. A variant cannot be taken away, for its stock has a history
 */
public record ProductChange(Optional<String> name, Optional<List<NewVariant>> variants) {}
