namespace Verification.Reproductions.Auditing;

/// <summary>The file of a journal, opened for whom it is there.</summary>
internal static class JournalFile
{
    /// <summary>Opens or creates the file for this process alone, to read it and append to it.</summary>
    /// <exception cref="RefusedFolderException">It is in use, no regular file, or cannot be opened.</exception>
    public static FileStream ToAppend(string path)
    {
        // What a link points to belongs to somebody else.
        if (new FileInfo(path).LinkTarget is not null)
            throw new RefusedFolderException(FolderFault.NoRegularFile, path);

        // No buffer: a line is on its way when Write returns. No sharing: the lock lasts until the process ends,
        // however it ends.
        return Opened(
            path,
            () => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
    }

    /// <summary>Opens the file to read it beside other readers; where there is only a packed one, that.</summary>
    /// <exception cref="RefusedFolderException">It is missing, open in a process that writes it, no regular file, or
    /// cannot be opened.</exception>
    public static FileStream ToRead(string path)
    {
        string packed = Path.Combine(Path.GetDirectoryName(path) ?? "", PackedJournal.Name);
        return !File.Exists(path) && File.Exists(packed)
            ? Opened(packed, () => PackedJournal.Opened(packed))
            : Opened(path, () => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
    }

    private static FileStream Opened(string path, Func<FileStream> open)
    {
        FileStream file;
        try
        {
            file = open();
        }
        catch (IOException failure) when (IsSharingViolation(failure))
        {
            throw new RefusedFolderException(FolderFault.InUse, path, cause: failure);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(path, failure);
        }

        // A pipe or a device keeps nothing.
        if (file.CanSeek)
            return file;
        file.Dispose();
        throw new RefusedFolderException(FolderFault.NoRegularFile, path);
    }

    // EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException failure) => (failure.HResult & 0xFFFF) is 11 or 35 or 32;
}
