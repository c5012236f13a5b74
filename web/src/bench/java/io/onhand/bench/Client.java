package io.onhand.bench;

/** One of the clients of a case: does one thing after the other and waits for each. */
interface Client extends AutoCloseable {

    /** Does one thing and returns the events that were acknowledged by it. */
    int work() throws Exception;

    @Override
    default void close() throws Exception {}

    /** Makes the clients of a case. */
    interface Maker {

        /**
         * @param number of the client, from 0
         */
        Client make(int number) throws Exception;
    }
}
