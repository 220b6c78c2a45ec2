// Opened from a file, a page may not load its modules: then the whole site in one page takes its place.
if (location.protocol === "file:") location.replace("callback-doctor.html" + location.hash);
