/**
 * The database as the program meets it: one pool per role, the embedded server, migrations, the
 * check at start, and the retry of transactions that lost a race.
 *
 * <p>Nothing here knows what is stored. Everything above gets a connection only through the pool of
 * its role, so that the database itself refuses what the role may not do.
 *
 * <p>Words: role, pool, dialect, migration.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.onhand.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
