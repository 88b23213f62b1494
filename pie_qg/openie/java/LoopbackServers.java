import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Lets CoreNLP's server, which would listen on every interface, listen on the loopback one only, and ends it with the
 * process that started it. Built by: javac --release 11 LoopbackServers.java
 */
public class LoopbackServers extends HttpServerProvider {
  private final HttpServerProvider real;

  public LoopbackServers() throws ReflectiveOperationException {
    real = (HttpServerProvider)
        Class.forName("sun.net.httpserver.DefaultHttpServerProvider").getDeclaredConstructor().newInstance();
    Thread watch = new Thread(LoopbackServers::endWithParent);
    watch.setDaemon(true);
    watch.start();
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) { }
    } catch (IOException closed) {
      // as good as the end of the stream
    }
    Runtime.getRuntime().halt(0);
  }

  private static InetSocketAddress loopback(InetSocketAddress asked) throws IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), asked.getPort());
  }

  @Override
  public HttpServer createHttpServer(InetSocketAddress asked, int backlog) throws IOException {
    return real.createHttpServer(loopback(asked), backlog);
  }

  @Override
  public HttpsServer createHttpsServer(InetSocketAddress asked, int backlog) throws IOException {
    return real.createHttpsServer(loopback(asked), backlog);
  }
}
